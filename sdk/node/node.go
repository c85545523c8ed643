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
	"kustoconn/sdk/dialect"
	"kustoconn/source"
)

// Client returns the Node client's reading.
func Client() dialect.Client {
	return dialect.Client{
		Name:    "node",
		Title:   "Node (azure-kusto-data)",
		Version: "7.0.4",
		Gaps: []string{
			"strings with lone surrogates, which UTF-8 cannot hold",
			"the URL check of KustoClient, which refuses Data Sources that the string may hold",
			"failures at the first request: refused credentials, untrusted endpoints",
			"the browser's build, which reads the same but authenticates otherwise",
		},
		Read: read,
	}
}

// read follows the constructor of KustoConnectionStringBuilderBase and then
// that of AadHelper (security.js).
func read(text string) dialect.Answer {
	b := parse(text)
	if !b.answer.OK {
		return b.answer
	}
	a := b.answer
	a.Seen = seen(b.held)
	a.Auth = chooseAuth(b.held)
	a.Out = keywords.Write(b.held, false)
	a.Masked = keywords.Write(b.held, true)
	a.Reparse = reparse(a)
	return a
}

func seen(h dialect.Held) []dialect.Property { return h.Seen("AuthorityId") }

// reparse says what the client makes of its own text.
func reparse(a dialect.Answer) string {
	again := parse(a.Out)
	switch {
	case !again.answer.OK:
		return "rejected"
	case dialect.SameSeen(a.Seen, seen(again.held)):
		return "same"
	}
	return "differs"
}

// builder is a KustoConnectionStringBuilder at work on text. Only the parts
// of answer that tell how reading ended are filled in here.
type builder struct {
	text   string
	held   dialect.Held
	answer dialect.Answer
}

func parse(text string) *builder {
	b := &builder{text: text, held: dialect.Held{}}
	whole := source.Span{End: len(text)}
	if b.trim(whole).Empty() {
		b.fail("Error: Missing connection string", whole, source.Span{})
		return b
	}
	b.held.Put(dialect.Property{Name: "AuthorityId", Value: "organizations"})
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
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: "NetDefaultDB"})
	}
	// A Data Source means the same without its final slash: nothing is lost.
	if slashed := len(b.text) < len(text); slashed && b.held["DataSource"].Source.End != len(b.text) {
		b.answer.Ignored = append(b.answer.Ignored, source.Span{Start: len(b.text), End: len(text)})
	}
	b.answer.OK = true
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
		return b.fail("Error: Failed to get prop", b.trim(key), key)
	}
	// split("=")[1] is the value: a second = ends it.
	value, rest, cut := dialect.Cut(b.text, value, '=')
	if cut {
		b.answer.Ignored = append(b.answer.Ignored, source.Span{Start: rest.Start - 1, End: rest.End})
	}
	switch {
	case k.Bool && !assigned:
		return b.crash("TypeError: Cannot read properties of undefined (reading 'trim')", b.trim(key), source.Span{})
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
	b.held.Put(dialect.Property{Name: property, Value: value.Slice(b.text), Source: value})
}

// fail records an error whose message repeats the part echoed, if any. It
// returns false, for its callers to return.
func (b *builder) fail(class string, at, echoed source.Span) bool {
	b.answer = dialect.Answer{ErrorClass: class, ErrorSpan: at}
	if !echoed.Empty() {
		b.answer.Echoes = []source.Span{echoed}
	}
	return false
}

// crash is fail for an error that the client does not mean to give.
func (b *builder) crash(class string, at, echoed source.Span) bool {
	b.fail(class, at, echoed)
	b.answer.Crash = true
	return false
}

func (b *builder) trim(s source.Span) source.Span {
	return dialect.Trim(b.text, s, dialect.ECMAScriptSpace)
}
