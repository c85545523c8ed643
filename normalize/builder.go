package normalize

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/effective"
	"kustoconn/internal/fold"
	"kustoconn/internal/quote"
	"kustoconn/internal/sealed"
	"kustoconn/redact"
	"kustoconn/schema"
)

// Builder makes a connection string from its parts. Its methods return it, so
// that calls chain; of two calls that give the same property a value the later
// one wins, and a With… method replaces the whole authentication, what single
// calls had set of it included. What the language cannot hold is remembered and
// reported by Err and Reveal. The zero Builder is empty and ready. A Builder
// must not be used by several goroutines at once, nor copied once it is used: a
// copy shares its parts.
//
// Fmt, slog and JSON show it masked; only Reveal gives secrets.
type Builder struct {
	box
}

type box = sealed.Box[*builderState]

// builderState is what a Builder holds.
type builderState struct {
	parts []part
	// mode is set by the With methods: like the C# builder, a string made by
	// them names the default database.
	mode bool
}

// part is what one call set, or the reason why it could not.
type part struct {
	id             schema.ID // None for a keyword that is no property's
	keyword, value string
	err            error
}

// same reports whether q sets what p does.
func (p part) same(q part) bool {
	if p.id != schema.None || q.id != schema.None {
		return p.id == q.id
	}
	return fold.Keyword(p.keyword) == fold.Keyword(q.keyword)
}

// Build returns an empty builder.
func Build() *Builder { return &Builder{} }

func (b *Builder) get() *builderState {
	s, ok := sealed.Open(b.box)
	if !ok {
		s = &builderState{}
		b.box = sealed.New(s)
	}
	return s
}

// From returns a builder that holds the effective properties of a string and
// its unknown keywords. ok is false, and the builder nil, where the string has
// a syntax error.
func From(bound *bind.Bound) (b *Builder, ok bool) {
	if bound.Tree.HasSyntaxErrors() {
		return nil, false
	}
	b = Build()
	for p := range bound.Properties() {
		b.set(p.ID, p.Value())
	}
	for _, i := range effective.Unknown(bound) {
		s := &bound.Tree.Segments[i]
		b.Set(s.Keyword(), s.Value())
	}
	return b, true
}

// Set gives keyword a value. A keyword that no property answers to is kept as it
// is.
//
// Refused are a value with a NUL or invalid UTF-8, and a keyword that the
// language cannot hold: an empty one, one with a semicolon, a control
// character or white space around it, or one that reads as a prefix. A later
// Set of the same keyword takes the refusal back.
func (b *Builder) Set(keyword, value string) *Builder {
	s := b.get()
	id, _ := schema.Lookup(keyword)
	p := part{id: id, keyword: keyword, value: value, err: refused(keyword, value)}
	s.parts = append(slices.DeleteFunc(s.parts, p.same), p)
	return b
}

// refused says why no string can hold the pair, or nil.
func refused(keyword, value string) error {
	problem := keywordProblem(keyword)
	switch {
	case problem != "":
		return errors.New(problem)
	case strings.IndexByte(value, 0) >= 0:
		return fmt.Errorf("the value of %s holds a NUL, which no connection string can hold", shownKeyword(keyword))
	case !utf8.ValidString(value):
		return fmt.Errorf("the value of %s is not UTF-8", shownKeyword(keyword))
	}
	return nil
}

// keywordProblem says why the language cannot hold keyword, or nothing.
func keywordProblem(keyword string) string {
	switch {
	case keyword == "":
		return "a keyword is empty"
	case strings.TrimSpace(keyword) != keyword:
		return "a keyword has white space around it"
	case strings.ContainsRune(keyword, ';'):
		return "a keyword holds a semicolon"
	case strings.ContainsFunc(keyword, unicode.IsControl):
		return "a keyword holds a control character"
	case !utf8.ValidString(keyword):
		return "a keyword is not UTF-8"
	}
	tree, _ := grammar.Parse(quote.Keyword(keyword) + "=")
	if tree.Segments[0].Kind != ast.Pair {
		return "a keyword starts with '@' or a URI's scheme, which would make it a prefix"
	}
	return ""
}

// shownKeyword names a keyword in an error: the canonical name of a property,
// never the text of an unknown one, which may be a misplaced secret.
func shownKeyword(keyword string) string {
	if id, ok := schema.Lookup(keyword); ok {
		return schema.Get(id).Name
	}
	return "an unknown keyword"
}

func (b *Builder) set(id schema.ID, value string) *Builder {
	return b.Set(schema.Get(id).Name, value)
}

// optional sets the property where value is not empty.
func (b *Builder) optional(id schema.ID, value string) *Builder {
	if value == "" {
		return b
	}
	return b.set(id, value)
}

// DataSource sets the service endpoint, a URI or a cluster's name.
func (b *Builder) DataSource(uri string) *Builder { return b.set(schema.DataSource, uri) }

// InitialCatalog sets the default database.
func (b *Builder) InitialCatalog(database string) *Builder {
	return b.set(schema.InitialCatalog, database)
}

// FederatedSecurity sets whether the client signs in with Microsoft Entra ID.
func (b *Builder) FederatedSecurity(on bool) *Builder {
	if on {
		return b.set(schema.FederatedSecurity, "True")
	}
	return b.set(schema.FederatedSecurity, "False")
}

// AuthorityID sets the tenant.
func (b *Builder) AuthorityID(tenant string) *Builder { return b.set(schema.AuthorityID, tenant) }

// bound assembles the parts that are not refused, and reads them back.
func (s *builderState) bound() *bind.Bound {
	var text strings.Builder
	pair := func(keyword, value string) {
		if text.Len() > 0 {
			text.WriteByte(';')
		}
		text.WriteString(quote.Keyword(keyword) + "=" + quote.Value(value))
	}
	for _, p := range s.parts {
		if p.err == nil {
			pair(p.keyword, p.value)
		}
	}
	tree, _ := grammar.Parse(text.String())
	bound := bind.Bind(tree)
	if s.mode && !bound.Present.Has(schema.InitialCatalog) {
		catalog := schema.Get(schema.InitialCatalog)
		pair(catalog.Name, catalog.Default)
		tree, _ = grammar.Parse(text.String())
		bound = bind.Bind(tree)
	}
	return bound
}

// Masked returns the canonical text with its secrets masked.
func (s *builderState) Masked() string {
	text, _ := CanonicalView(redact.Of(s.bound()))
	return text
}

// Err returns what was refused, or nil. It holds no text of what was given.
func (b *Builder) Err() error {
	var all []error
	for _, p := range b.get().parts {
		all = append(all, p.err)
	}
	return errors.Join(all...)
}

// Reveal returns the canonical text, secrets included, or an error that says
// what was refused, without its text.
func (b *Builder) Reveal() (string, error) {
	if err := b.Err(); err != nil {
		return "", err
	}
	text, _ := Canonical(b.get().bound())
	return text, nil
}
