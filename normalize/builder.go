package normalize

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/schema"
)

// Builder makes a connection string from its parts. Its methods return it, so
// that calls chain; what the language cannot hold is remembered and reported
// by Err and Reveal. The zero Builder is empty and ready. A Builder must not be
// used by several goroutines at once.
//
// Fmt, slog and JSON show it masked; only Reveal gives secrets.
type Builder struct {
	state *builderState
}

// builderState is behind a pointer so that fmt, which prints the fields of an
// unexported struct field without asking its methods, prints an address.
type builderState struct {
	pairs []pair
	errs  []error
	// mode is set by the With methods: like the C# builder, a string made by
	// them names the default database.
	mode bool
}

type pair struct{ keyword, value string }

// Build returns an empty builder.
func Build() *Builder { return &Builder{} }

func (b *Builder) get() *builderState {
	if b.state == nil {
		b.state = &builderState{}
	}
	return b.state
}

// Set gives keyword a value; any later Set of the same property wins. A
// keyword that no property answers to is kept as it is.
//
// Refused are a value with a NUL or invalid UTF-8, and a keyword that the
// language cannot hold: an empty one, one with a semicolon, a control
// character or white space around it, or one that reads as a prefix.
func (b *Builder) Set(keyword, value string) *Builder {
	s := b.get()
	if problem := keywordProblem(keyword); problem != "" {
		s.errs = append(s.errs, errors.New(problem))
		return b
	}
	switch {
	case strings.IndexByte(value, 0) >= 0:
		s.errs = append(s.errs, fmt.Errorf("the value of %s holds a NUL, which no connection string can hold", shownKeyword(keyword)))
		return b
	case !utf8.ValidString(value):
		s.errs = append(s.errs, fmt.Errorf("the value of %s is not UTF-8", shownKeyword(keyword)))
		return b
	}
	s.pairs = append(s.pairs, pair{keyword, value})
	return b
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
	tree, _ := grammar.Parse(QuoteKeyword(keyword) + "=")
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

// SetBool gives a boolean property a value.
func (b *Builder) SetBool(id schema.ID, value bool) *Builder {
	if value {
		return b.set(id, "True")
	}
	return b.set(id, "False")
}

// DataSource sets the service endpoint, a URI or a cluster's name.
func (b *Builder) DataSource(uri string) *Builder { return b.set(schema.DataSource, uri) }

// InitialCatalog sets the default database.
func (b *Builder) InitialCatalog(database string) *Builder {
	return b.set(schema.InitialCatalog, database)
}

// FederatedSecurity sets whether the client signs in with Microsoft Entra ID.
func (b *Builder) FederatedSecurity(on bool) *Builder {
	return b.SetBool(schema.FederatedSecurity, on)
}

// AuthorityID sets the tenant.
func (b *Builder) AuthorityID(tenant string) *Builder { return b.set(schema.AuthorityID, tenant) }

// UserID sets the user to sign in.
func (b *Builder) UserID(user string) *Builder { return b.set(schema.UserID, user) }

// UserToken sets a user's bearer token.
func (b *Builder) UserToken(token string) *Builder { return b.set(schema.UserToken, token) }

// ApplicationClientID sets the application to sign in.
func (b *Builder) ApplicationClientID(id string) *Builder {
	return b.set(schema.ApplicationClientID, id)
}

// ApplicationKey sets the application's secret.
func (b *Builder) ApplicationKey(key string) *Builder { return b.set(schema.ApplicationKey, key) }

// ApplicationToken sets an application's bearer token.
func (b *Builder) ApplicationToken(token string) *Builder {
	return b.set(schema.ApplicationToken, token)
}

// ApplicationNameForTracing sets the name that requests are traced with.
func (b *Builder) ApplicationNameForTracing(name string) *Builder {
	return b.set(schema.ApplicationNameForTracing, name)
}

// tree assembles the pairs and reads them back.
func (b *Builder) tree() *bind.Bound {
	s := b.get()
	var text strings.Builder
	for i, p := range s.pairs {
		if i > 0 {
			text.WriteByte(';')
		}
		text.WriteString(QuoteKeyword(p.keyword) + "=" + Quote(p.value))
	}
	tree, _ := grammar.Parse(text.String())
	bound := bind.Bind(tree)
	if s.mode && !bound.Present.Has(schema.InitialCatalog) {
		catalog := schema.Get(schema.InitialCatalog)
		tree, _ = grammar.Parse(text.String() + ";" + catalog.Name + "=" + catalog.Default)
		bound = bind.Bind(tree)
	}
	return bound
}

// Err returns what was refused, or nil.
func (b *Builder) Err() error { return errors.Join(b.get().errs...) }

// Reveal returns the canonical text, secrets included, or an error that says
// what was refused, without its text.
func (b *Builder) Reveal() (string, error) {
	if err := b.Err(); err != nil {
		return "", err
	}
	text, _ := Canonical(b.tree())
	return text, nil
}

// String returns the canonical text with its secrets masked. What was refused
// is left out.
func (b *Builder) String() string {
	if b == nil {
		return ""
	}
	text, _ := CanonicalView(redact.Of(b.tree()))
	return text
}

// Format prints String for every verb.
func (b *Builder) Format(f fmt.State, _ rune) { fmt.Fprint(f, b.String()) }

// MarshalText returns String.
func (b *Builder) MarshalText() ([]byte, error) { return []byte(b.String()), nil }
