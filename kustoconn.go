// Package kustoconn reads, checks and writes Kusto (Azure Data Explorer)
// connection strings.
//
//	conn, diags := kustoconn.Parse(text)   // what it means, and its syntax errors
//	err := kustoconn.Validate(text)        // nil, or what is wrong and where
//
// A string goes one way through the packages below: grammar makes a tree of
// the text, bind gives it meaning by the schema, validate judges it by rules,
// normalize writes it. This package is the façade over them. It needs the
// standard library only, opens no connection, and keeps no global state.
//
// No error, diagnostic or printed value holds a secret; Reveal gives one where
// it is asked for.
package kustoconn

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/schema"
)

// Version is the version of this module.
const Version = "0.1.0"

// Conn is one connection string with its meaning. The zero Conn is that of
// the empty string. After Parse it is safe for concurrent use.
//
// In fmt (every verb), slog and encoding/json, and as text, a Conn shows its
// text with the secrets masked.
type Conn struct {
	state *state
}

// state is behind a pointer because fmt prints the unexported fields of other
// people's structs without asking their methods; it prints a pointer in them
// as an address.
type state struct {
	bound  *bind.Bound
	syntax diag.List
}

var empty = newState("")

func newState(text string) *state {
	tree, syntax := grammar.Parse(text)
	return &state{bind.Bind(tree), syntax}
}

func (c *Conn) get() *state {
	if c == nil || c.state == nil {
		return empty
	}
	return c.state
}

// Parse reads text and returns what it means, with its syntax errors (nil
// where there are none). The Conn is never nil: malformed segments are left
// out of it and the rest is read. It costs one pass over the text and a
// handful of allocations. Ask Check or Validate for what is wrong besides
// syntax.
func Parse(text string) (*Conn, diag.List) {
	s := newState(text)
	return &Conn{s}, s.syntax
}

// Text returns the string as it was parsed, secrets masked.
func (c *Conn) Text() string { return redact.Of(c.get().bound).Text() }

// Reveal returns the string as it was parsed, secrets included.
func (c *Conn) Reveal() string { return c.get().bound.Tree.Text }

// Canonical returns the canonical text with its secrets masked; ok is false
// where the string has a syntax error. RevealCanonical gives the secrets.
func (c *Conn) Canonical() (text string, ok bool) {
	return normalize.CanonicalView(redact.Of(c.get().bound))
}

// RevealCanonical returns the canonical text, secrets included. Canonical
// text reads back to the same properties. ok is false where the string has a
// syntax error.
func (c *Conn) RevealCanonical() (text string, ok bool) {
	return normalize.Canonical(c.get().bound)
}

// Get returns the effective value of a property by any of its keywords
// ("Database", "initial catalog"); ok is false where the keyword is unknown or
// the string gives the property no value.
func (c *Conn) Get(keyword string) (value Value, ok bool) {
	id, ok := schema.Lookup(keyword)
	if !ok {
		return Value{}, false
	}
	return c.Property(id)
}

// Property returns the effective value of a property; ok is false where the
// string gives it none.
func (c *Conn) Property(id schema.ID) (value Value, ok bool) {
	b := c.get().bound
	text, ok := b.Value(id)
	if !ok {
		return Value{}, false
	}
	return newValue(redact.Of(b).PropertyValue(id), text), true
}

// Bool returns the effective value of a boolean property; ok is false where
// the string gives it none, or one that is neither true nor false.
func (c *Conn) Bool(id schema.ID) (value, ok bool) { return c.get().bound.Bool(id) }

// DataSource returns the service endpoint, without a database in its path and
// with a password in it masked. It is empty where there is none.
func (c *Conn) DataSource() string {
	return redact.Of(c.get().bound).PropertyValue(schema.DataSource)
}

// Database returns the database that requests use when they name none: the
// Initial Catalog, else the path of the Data Source, else the documented
// default.
func (c *Conn) Database() string {
	v := redact.Of(c.get().bound)
	if v.Present.Has(schema.InitialCatalog) {
		return v.PropertyValue(schema.InitialCatalog)
	}
	return schema.Get(schema.InitialCatalog).Default
}

// Endpoint returns the analysis of the Data Source: host, cloud, region,
// whether it is for queries or for ingestion. It is the zero Endpoint where
// there is no Data Source. Its Text is not masked.
func (c *Conn) Endpoint() endpoint.Endpoint { return c.get().bound.Endpoint }

// Auth returns the authentication that the string selects.
func (c *Conn) Auth() schema.ModeID { return c.get().bound.AuthMode() }

// Explain returns how the authentication was decided, step by step.
func (c *Conn) Explain() bind.Decision { return c.get().bound.Authenticate() }

// Bound returns the meaning itself, for tools that need every occurrence and
// span. Its values are not masked: see redact.View.
func (c *Conn) Bound() *bind.Bound { return c.get().bound }

// Build returns an empty builder of connection strings.
func Build() *normalize.Builder { return normalize.Build() }
