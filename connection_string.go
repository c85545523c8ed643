package kustoconn

import (
	"iter"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/effective"
	"kustoconn/internal/sealed"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/source"
)

// ConnectionString is one connection string with its meaning. The zero
// ConnectionString is that of the empty string, and so is a nil one, except that
// it cannot be Set and that what prints it (String, the methods for encoders) needs
// one that is not nil: fmt prints <nil>. After Parse it is safe for concurrent use.
//
// In fmt (every verb), slog, and the encodings of the standard library, and as
// text, it shows itself with the secrets masked; what prints by reflection finds
// no text in it.
type ConnectionString struct{ box }

type box = sealed.Box[*parsed]

// parsed is what a ConnectionString holds.
type parsed struct {
	bound  *bind.Bound
	syntax diag.List
}

// Masked returns the text with its secrets masked.
func (p *parsed) Masked() string { return redact.Of(p.bound).Text() }

var empty = read("")

func read(text string) *parsed {
	tree, syntax := grammar.Parse(text)
	return &parsed{bind.Bind(tree), syntax}
}

func newConnectionString(text string) *ConnectionString {
	return &ConnectionString{sealed.New(read(text))}
}

func (c *ConnectionString) parsed() *parsed {
	if c != nil {
		if p, ok := sealed.Open(c.box); ok {
			return p
		}
	}
	return empty
}

// Parse reads text, judges it by the rules and returns what it means. The
// ConnectionString is never nil: malformed segments are left out of it and the
// rest is read.
//
// The error is nil where nothing is wrong, a *diag.ListError that lists every
// problem of severity error by code, byte span, message and help, or an
// *OptionError for a mistake in options, which then count for nothing. Warnings
// are no errors: see Diagnostics. Reading costs one pass over the text and a
// handful of allocations.
func Parse(text string, options ...Option) (*ConnectionString, error) {
	c := newConnectionString(text)
	return c, c.Err(options...)
}

// Err returns what Parse of the same text returns: the errors in it. It is for
// who got the string through a flag or a configuration file, which take any
// text; the zero ConnectionString has the error KCS401.
func (c *ConnectionString) Err(options ...Option) error {
	v, err := validatorFor(options)
	if err != nil {
		return err
	}
	return v.err(c.parsed())
}

// Diagnostics returns what all rules say of the string, warnings, informations
// and syntax errors included, sorted by where they are; spans are bytes of the
// text. The error is an *OptionError or nil.
func (c *ConnectionString) Diagnostics(options ...Option) (diag.List, error) {
	v, err := validatorFor(options)
	if err != nil {
		return nil, err
	}
	return v.Diagnostics(c), nil
}

// IsZero reports whether the text is empty, as it is in the zero
// ConnectionString.
func (c *ConnectionString) IsZero() bool { return c.parsed().bound.Tree.Text() == "" }

// Equal reports whether c and d mean the same: they have the same effective
// properties with the same values, secrets included. Spelling, order and faulty
// segments do not count.
func (c *ConnectionString) Equal(d *ConnectionString) bool {
	return effective.Equal(c.parsed().bound, d.parsed().bound)
}

// Reveal returns the text as it was parsed, secrets included. String gives it
// masked.
func (c *ConnectionString) Reveal() string { return c.parsed().bound.Tree.Text() }

// Canonical returns the canonical text with its secrets masked; ok is false
// where the string has a syntax error. RevealCanonical gives the secrets.
func (c *ConnectionString) Canonical() (text string, ok bool) {
	return normalize.CanonicalView(redact.Of(c.parsed().bound))
}

// RevealCanonical returns the canonical text, secrets included. Canonical
// text reads back to the same properties. ok is false where the string has a
// syntax error.
func (c *ConnectionString) RevealCanonical() (text string, ok bool) {
	return normalize.Canonical(c.parsed().bound)
}

// Get returns the effective value of a property by any of its keywords
// ("Database", "initial catalog"); ok is false where the keyword is unknown or
// the string gives the property no value.
func (c *ConnectionString) Get(keyword string) (value Value, ok bool) {
	id, ok := schema.Lookup(keyword)
	if !ok {
		return Value{}, false
	}
	return c.Property(id)
}

// Property returns the effective value of a property; ok is false where the
// string gives it none.
func (c *ConnectionString) Property(id schema.ID) (value Value, ok bool) {
	b := c.parsed().bound
	text, ok := b.Value(id)
	if !ok {
		return Value{}, false
	}
	return newValue(redact.Of(b).PropertyValue(id), text), true
}

// Bool returns the effective value of a boolean property; ok is false where
// the string gives it none, or one that is neither true nor false.
func (c *ConnectionString) Bool(id schema.ID) (value, ok bool) { return c.parsed().bound.Bool(id) }

// Property is one property that a string gives a value.
type Property struct {
	ID     schema.ID
	Name   string // canonical, as the documentation writes it
	Value  Value
	Origin bind.Origin
	Span   source.Span // bytes of the text: the value with its quotes, or what stands for it
}

// Properties walks over the properties that the string gives a value, in
// canonical order; documented defaults are not among them.
func (c *ConnectionString) Properties() iter.Seq[Property] {
	return func(yield func(Property) bool) {
		b := c.parsed().bound
		view := redact.Of(b)
		for id := range b.Present.All() {
			text, _ := b.Value(id)
			p := Property{
				ID: id, Name: schema.Get(id).Name, Value: newValue(view.PropertyValue(id), text),
				Origin: b.Origin(id), Span: b.Tree.Segments[b.Segment(id)].ValueSpan(),
			}
			if p.Origin == bind.Path {
				p.Span = b.LocateEndpoint(b.Endpoint.PathSpan)
			}
			if !yield(p) {
				return
			}
		}
	}
}

// DataSource returns the service endpoint, without a database in its path and
// with a password in it masked. It is empty where there is none.
func (c *ConnectionString) DataSource() string {
	return redact.Of(c.parsed().bound).PropertyValue(schema.DataSource)
}

// Database returns the database that requests use when they name none: the
// Initial Catalog, else the path of the Data Source, else the documented
// default. A secret in it is masked.
func (c *ConnectionString) Database() string {
	v := redact.Of(c.parsed().bound)
	if v.Present.Has(schema.InitialCatalog) {
		return v.PropertyValue(schema.InitialCatalog)
	}
	return schema.Get(schema.InitialCatalog).Default
}

// Auth returns the authentication that the string selects.
func (c *ConnectionString) Auth() schema.ModeID { return c.parsed().bound.AuthMode() }

// Explain returns how the authentication was decided, step by step.
func (c *ConnectionString) Explain() bind.Decision { return c.parsed().bound.Authenticate() }

// Bound returns the meaning itself, for tools that need every occurrence and
// span. Its values are not masked.
func (c *ConnectionString) Bound() *bind.Bound { return c.parsed().bound }

// Builder is normalize.Builder.
type Builder = normalize.Builder

// Build returns an empty builder of connection strings.
func Build() *Builder { return normalize.Build() }

// Builder returns a builder that holds what the string gives, to change it. A
// string with syntax errors is refused with them, as a *diag.ListError.
func (c *ConnectionString) Builder() (*Builder, error) {
	p := c.parsed()
	b, ok := normalize.From(p.bound)
	if !ok {
		return nil, p.syntax.Err()
	}
	return b, nil
}
