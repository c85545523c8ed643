// Package rlang reads a connection string as the R client does: AzureKusto
// 1.1.4 (kusto_database_endpoint in R/endpoint.R) on R 4.2.2 in a UTF-8 locale.
//
// Deliberate gaps:
//   - Of what the client holds only the server is listed, as DataSource: the
//     recordings tell no more.
//   - Text that is no UTF-8 depends on the locale: nothing is known of it. An R
//     string ends before the first NUL, and so does this reading.
//   - What the client does once it asks for a token is no part of the answer.
package rlang

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the R client's reading. In an ErrorClass of its answers …
// stands where the client's message repeats the text, lower-cased or as it is.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.R,
		Name:     schema.R.String(),
		Title:    "R (AzureKusto)",
		Version:  "1.1.4",
		Releases: []string{"1.1.4"},
		Source:   "recordings of AzureKusto (CRAN)",
		Gaps: []string{
			"properties other than the server",
			"text that is no UTF-8, and text after a NUL",
			"failures when a token is asked for",
		},
		Read: read,
	}
}

func read(text string) dialect.Answer {
	if !utf8.ValidString(text) {
		return dialect.Answer{Unknown: true, Unverified: []string{"text that is no UTF-8"}}
	}
	r := reader{text: text, props: map[string]entry{}}
	r.Answer.OK = r.split() && r.normalize() && r.check()
	if !r.Answer.OK {
		return r.Answer
	}
	a := r.Answer
	server := r.props["server"]
	a.Seen = []dialect.Property{{Name: "DataSource", Value: sealed.NewText(complete(server.value.Slice(text))), Source: server.value}}
	a.Auth = r.chooseAuth()
	slices.SortFunc(a.Ignored, func(s, t source.Span) int { return s.Start - t.Start })
	return a
}

// entry is one part between semicolons, as the client takes it apart.
type entry struct {
	segment, name, value source.Span
}

// reader is kusto_database_endpoint at work on text.
type reader struct {
	dialect.Recorder
	text    string
	entries []entry
	props   map[string]entry // by canonical name
}

// split finds the entries of the text; false ends the reading. What has no
// name is dropped.
func (r *reader) split() bool {
	whole, _, hasNUL := dialect.Cut(r.text, source.Span{End: len(r.text)}, 0)
	for segment := range dialect.Split(whole.Slice(r.text), ';') {
		e := r.takeApart(segment)
		switch {
		case segment.Empty():
		case e.name.Empty():
			r.Ignore(segment)
		case !lowers(e.name.Slice(r.text)):
			// All names are lower-cased before the first is looked up.
			return r.Crash(notLowered, e.name, e.name)
		default:
			r.entries = append(r.entries, e)
		}
	}
	if hasNUL {
		r.Ignore(source.Span{Start: whole.End, End: len(r.text)})
	}
	return true
}

// takeApart applies the client's two regular expressions: the name is what
// comes before "[ ]*=.+$", the value what comes after "^[^=]+=[ ]*", and
// each is the whole segment where its expression does not match.
func (r *reader) takeApart(segment source.Span) entry {
	name, rest, assigned := dialect.Cut(r.text, segment, '=')
	if !assigned {
		return entry{segment, segment, segment}
	}
	value := dialect.TrimLeft(r.text, rest, isSpace)
	if rest.Empty() {
		return entry{segment, segment, value}
	}
	return entry{segment, dialect.TrimRight(r.text, name, isSpace), value}
}

// normalize gives the entries their canonical names; false ends the reading.
// Of entries for one property the first counts.
func (r *reader) normalize() bool {
	for _, e := range r.entries {
		// Of all that R lower-cases to ASCII, Go lower-cases the same.
		property, known := spellings[strings.ToLower(e.name.Slice(r.text))]
		if !known {
			return r.Fail("simpleError: Invalid/unsupported property name: …", e.name, e.name)
		}
		if _, given := r.props[property]; given {
			r.Ignore(e.segment)
			continue
		}
		r.props[property] = e
	}
	return true
}

// check fails as the client does where R's types surprise it; false ends the
// reading. A server that reads as a number or a logical is no text.
func (r *reader) check() bool {
	server, given := r.props["server"]
	switch {
	case !given:
		return r.Crash("simpleError: non-character object(s)", source.At(len(r.text)))
	case !isText(server.value.Slice(r.text)):
		return r.Crash("simpleError: non-character object(s)", server.value)
	}
	server.value = unquote(r.text, server.value)
	r.props["server"] = server
	serialization := r.props["response_dynamic_serialization"].value
	switch value := serialization.Slice(r.text); {
	case value == "NA":
		return r.Crash("simpleError: missing value where TRUE/FALSE needed", serialization)
	case !lowers(value):
		serialization = unquote(r.text, serialization)
		return r.Crash(notLowered, serialization, serialization)
	}
	return true
}

const notLowered = "simpleError: invalid input '…' in 'utf8towcs'"

// lowers reports whether R's tolower takes s: it refuses two code points.
func lowers(s string) bool { return !strings.ContainsAny(s, "\uFFFE\uFFFF") }

// complete makes the server an address.
func complete(server string) string {
	if strings.HasPrefix(server, "https://") {
		return server
	}
	server = "https://" + server
	if !strings.HasSuffix(server, ".kusto.windows.net") {
		server += ".kusto.windows.net"
	}
	return server
}

// unquote drops one quote, of either kind, from both ends of a value that
// has something between them.
func unquote(text string, value source.Span) source.Span {
	const quotes = `'"`
	if value.Len() > 2 && strings.IndexByte(quotes, text[value.Start]) >= 0 && strings.IndexByte(quotes, text[value.End-1]) >= 0 {
		value.Start++
		value.End--
	}
	return value
}

func isSpace(c rune) bool { return c == ' ' }
