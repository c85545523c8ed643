// Package python reads a connection string as the Python client does:
// azure-kusto-data 6.0.4 (KustoConnectionStringBuilder and the construction
// of a KustoClient from it), on CPython 3.11.
//
// Deliberate gaps:
//   - Strings that no UTF-8 text can hold (lone surrogates) are not modelled;
//     bytes that are no UTF-8 are read as they stand.
//   - What fails only at the first request (a credential the identity library
//     refuses, an untrusted endpoint) is no part of the answer.
//   - A later Python may split URLs otherwise. The rules here are those of
//     3.11.7, which the recordings were made on.
package python

import (
	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the Python client's reading.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.Python,
		Name:     schema.Python.String(),
		Title:    "Python (azure-kusto-data)",
		Version:  "6.0.4",
		Releases: []string{"6.0.4", "6.0.3", "5.0.5"},
		Source:   "recordings of azure-kusto-data (PyPI)",
		Gaps: []string{
			"strings with lone surrogates, which UTF-8 cannot hold",
			"failures at the first request: refused credentials, untrusted endpoints",
			"URL splitting of a Python other than 3.11",
		},
		Trust: trustCheck,
		Read:  dialect.WithReparse(read),
	}
}

// read follows KustoConnectionStringBuilder.__init__ (kcsb.py).
func read(text string) dialect.Answer {
	b := parse(text)
	a := b.Answer
	if !a.OK {
		return a
	}
	a.Seen, a.Auth = b.held.Seen(), chooseAuth(b.held)
	a.Out, a.Masked = sealed.NewText(keywords.Write(b.held, false)), sealed.NewText(keywords.Write(b.held, true))
	return a
}

// builder is a KustoConnectionStringBuilder at work on text.
type builder struct {
	dialect.Recorder
	text string
	held dialect.Held
}

func parse(text string) *builder {
	b := &builder{text: text, held: dialect.Held{}}
	whole := source.Span{End: len(text)}
	if dialect.Trim(text, whole, dialect.PythonSpace).Empty() {
		b.Fail("ValueError: Should not be empty", whole)
		return b
	}
	b.held.Put(dialect.Property{Name: "AuthorityId", Value: sealed.NewText("organizations")})
	for segment := range dialect.Split(text, ';') {
		if !b.segment(segment) {
			return b
		}
	}
	if _, ok := b.held["InitialCatalog"]; !ok {
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDB")})
	}
	b.Answer.OK = true
	return b
}

// segment reads one part between semicolons; false ends the reading.
func (b *builder) segment(segment source.Span) bool {
	key, value, assigned := dialect.Cut(b.text, segment, '=')
	if segment.Start == 0 && !assigned {
		return b.dataSource(segment)
	}
	k, known := keywords.Find(key.Slice(b.text))
	switch {
	case !known && unsupported[fold(key.Slice(b.text))]:
		return b.Fail("KeyError: Keyword is not supported by this SDK", b.trim(key), key)
	case !known:
		return b.Fail("KeyError: Unknown keyword", b.trim(key), key)
	case k.Bool:
		return b.boolean(k, value)
	case k.Property == "DataSource":
		return b.dataSource(value)
	}
	value = b.trim(value)
	b.held.Put(dialect.Property{Name: k.Property, Value: sealed.NewText(value.Slice(b.text)), Source: value})
	return true
}

func (b *builder) boolean(k dialect.Keyword, value source.Span) bool {
	trimmed := b.trim(value)
	p := dialect.Property{Name: k.Property, IsBool: true, Source: trimmed}
	switch trimmed.Slice(b.text) {
	case "True", "true":
		p.Bool = true
	case "False", "false":
	default:
		// The client names this keyword whichever boolean it was.
		return b.Fail("KeyError: Expected aad federated security to be bool", trimmed, value)
	}
	b.held.Put(p)
	return true
}

// dataSource keeps a Data Source and takes its database, unless one has been
// named before it: an Initial Catalog further on wins, but the path is gone.
func (b *builder) dataSource(value source.Span) bool {
	value = b.trim(value)
	value = b.trim(dialect.TrimRight(b.text, value, isSlash))
	p := dialect.Property{Name: "DataSource", Value: sealed.NewText(value.Slice(b.text)), Source: value}
	u, err := splitURL(p.Value.Open())
	if err != nil {
		return b.Crash(err.class, err.at.Shift(value.Start), err.echoed.Shift(value.Start))
	}
	if database, at := u.database(); database != "" && !b.held.Has("InitialCatalog") {
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: sealed.NewText(database), Source: at.Shift(value.Start)})
		p.Value = sealed.NewText(u.withoutPath())
		for _, dropped := range u.unsplit() {
			b.Ignore(dropped.Shift(value.Start))
		}
	}
	b.held.Put(p)
	return true
}

func (b *builder) trim(s source.Span) source.Span {
	return dialect.Trim(b.text, s, dialect.PythonSpace)
}

func isSlash(r rune) bool { return r == '/' }
