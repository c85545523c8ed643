// Package node reads a connection string as the Node client does:
// azure-kusto-data 7.0.4 (KustoConnectionStringBuilder), on Node 20.
//
// Deliberate gaps:
//   - Strings that no UTF-8 text can hold (lone surrogates) are not modelled;
//     bytes that are no UTF-8 are read as they stand.
//   - KustoClient gives the Data Source to new URL, which refuses more; that
//     is no part of reading the string, nor of the authentication chosen.
//   - What fails only at the first request (a credential the identity library
//     refuses, an untrusted endpoint) is no part of the answer.
//   - The browser's build reads strings the same but can't use what it chose.
package node

import (
	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the Node client's reading.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.Node,
		Name:     schema.Node.String(),
		Title:    "Node (azure-kusto-data)",
		Version:  "7.0.4",
		Releases: []string{"7.0.4", "7.0.1"},
		Older:    map[string]dialect.TrustCheck{"7.0.1": olderCheck},
		Source:   "recordings of azure-kusto-data (npm)",
		Gaps: []string{
			"strings with lone surrogates, which UTF-8 cannot hold",
			"the URL check of KustoClient, which refuses Data Sources that the string may hold",
			"failures at the first request: refused credentials, untrusted endpoints",
			"the browser's build, which reads the same but authenticates otherwise",
		},
		Trust: trustCheck,
		Read:  dialect.WithReparse(read),
	}
}

// read follows the constructor of KustoConnectionStringBuilderBase and then
// that of AadHelper (security.js).
func read(text string) dialect.Answer {
	b := parse(text)
	a := b.Answer
	if !a.OK {
		return a
	}
	a.Seen, a.Auth = b.held.Seen("AuthorityId"), chooseAuth(b.held)
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
	if b.trim(whole).Empty() {
		b.Fail("Error: Missing connection string", whole)
		return b
	}
	b.held.Put(dialect.Property{Name: "AuthorityId", Value: sealed.NewText("organizations")})
	// One slash of either kind goes, whichever property's value ends there.
	if last := len(text) - 1; text[last] == '/' || text[last] == '\\' {
		b.text = text[:last]
	}
	for segment := range dialect.Split(b.text, ';') {
		if !b.segment(segment) {
			return b
		}
	}
	if !b.held.Has("InitialCatalog") {
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDB")})
	}
	// A Data Source means the same without its final slash: nothing is lost.
	if slashed := len(b.text) < len(text); slashed && b.held["DataSource"].Source.End != len(b.text) {
		b.Ignore(source.Span{Start: len(b.text), End: len(text)})
	}
	b.Answer.OK = true
	return b
}

// segment reads one part between semicolons; false ends the reading.
func (b *builder) segment(segment source.Span) bool {
	key, value, assigned := dialect.Cut(b.text, segment, '=')
	if segment.Start == 0 && !assigned && b.text != "" {
		b.put("DataSource", segment)
		return true
	}
	k, known := keywords.Find(key.Slice(b.text))
	if !known {
		return b.Fail("Error: Failed to get prop", b.trim(key), key)
	}
	// split("=")[1] is the value: a second = ends it.
	value, rest, cut := dialect.Cut(b.text, value, '=')
	if cut {
		b.Ignore(source.Span{Start: rest.Start - 1, End: rest.End})
	}
	switch {
	case k.Bool && !assigned:
		return b.Crash("TypeError: Cannot read properties of undefined (reading 'trim')", b.trim(key))
	case k.Bool:
		value = b.trim(value)
		b.held.Put(dialect.Property{Name: k.Property, IsBool: true, Bool: fold(value.Slice(b.text)) == "true", Source: value})
	case !assigned: // the property becomes undefined, a default too
		delete(b.held, k.Property)
	default:
		b.put(k.Property, value)
	}
	return true
}

func (b *builder) put(property string, value source.Span) {
	value = b.trim(value)
	b.held.Put(dialect.Property{Name: property, Value: sealed.NewText(value.Slice(b.text)), Source: value})
}

func (b *builder) trim(s source.Span) source.Span {
	return dialect.Trim(b.text, s, dialect.ECMAScriptSpace)
}
