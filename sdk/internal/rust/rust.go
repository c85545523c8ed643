// Package rust reads a connection string as the Rust client does:
// azure-kusto-data 0.1.0 at commit f0554ca, which no registry publishes
// (ConnectionString::from_raw_connection_string and build_with_options).
//
// Deliberate gaps:
//   - Text that is no UTF-8 can't be given to the client, so nothing is known
//     of it.
//   - What fails only at the first query (a Data Source that is no URL, the
//     authentication methods that panic as not implemented) is no part of the
//     answer.
package rust

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the Rust client's reading. In an ErrorClass of its answers …
// stands where the client's message repeats the text.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.Rust,
		Name:     schema.Rust.String(),
		Title:    "Rust (azure-kusto-data)",
		Version:  "0.1.0 (f0554ca)",
		Releases: []string{"0.1.0"},
		Source:   "recordings of azure-kusto-data (Azure/azure-kusto-rust)",
		Gaps: []string{
			"text that is no UTF-8",
			"failures at the first query: a Data Source that is no URL, authentication that is not implemented",
		},
		Read: dialect.WithReparse(read),
	}
}

// read gives all of the answer but Reparse: in the client's own text some
// keywords are spelled as it never reads them.
func read(text string) dialect.Answer {
	if !utf8.ValidString(text) {
		return dialect.Answer{Unknown: true, Unverified: []string{"text that is no UTF-8"}}
	}
	p := parse(text)
	a := p.Answer
	if !a.OK {
		return a
	}
	a.Seen, a.Auth = p.seen(), p.method.auth
	a.Out, a.Masked = sealed.NewText(p.build(false)), sealed.NewText(p.build(true))
	a.Ignored = p.ignored()
	return a
}

// pair is a keyword with its value where the text has them.
type pair struct {
	segment, value source.Span
}

// parser is from_raw_connection_string at work on text.
type parser struct {
	dialect.Recorder
	text      string
	pairs     map[keyword]pair // of duplicates the last one
	used      map[keyword]bool // what choosing has looked at
	federated bool
	method    method
}

func parse(text string) *parser {
	p := &parser{text: text, pairs: map[keyword]pair{}, used: map[keyword]bool{}}
	p.Answer.OK = p.segments() && p.choose()
	return p
}

func (p *parser) segments() bool {
	for segment := range dialect.Split(p.text, ';') {
		segment = p.trim(segment)
		if !segment.Empty() && !p.segment(segment) {
			return false
		}
	}
	return true
}

// segment reads one trimmed part between semicolons; false ends the reading.
// Whether there is a value is asked before whether the keyword is known.
func (p *parser) segment(segment source.Span) bool {
	key, rest, _ := dialect.Cut(p.text, segment, '=')
	value, _, _ := dialect.Cut(p.text, rest, '=')
	trimmed := p.trim(value)
	switch {
	case key.Empty():
		return p.Fail("Parsing: Parsing error: No key found", segment)
	case trimmed.Empty():
		return p.Fail("MissingValue: Missing value for key '…'", segment, key)
	}
	k, known := find(key.Slice(p.text))
	if !known {
		return p.Fail("UnexpectedKey: Unexpected key '…'", key, key)
	}
	if value.End < segment.End {
		// What a second = starts is lost.
		p.Ignore(source.Span{Start: value.End, End: segment.End})
	}
	p.pairs[k] = pair{segment, trimmed}
	return true
}

// boolean reads the value of k, which is false when absent. What is no
// boolean fails: false for ok.
func (p *parser) boolean(k keyword, name string) (value, ok bool) {
	p.used[k] = true
	written, given := p.pairs[k]
	if !given {
		return false, true
	}
	switch dialect.FullLower(written.value.Slice(p.text)) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	class := "Parsing: Parsing error: Unexpected value for " + name + ": …. Please specify either 'true' or 'false'."
	return false, p.Fail(class, written.value, written.value)
}

// ignored lists what of the text reached no part of the client: the tails of
// values, and the pairs that the authentication chosen has no use for.
func (p *parser) ignored() []source.Span {
	ignored := p.Answer.Ignored
	for k, pair := range p.pairs {
		if p.used[k] {
			continue
		}
		ignored = slices.DeleteFunc(ignored, pair.segment.Covers)
		ignored = append(ignored, pair.segment)
	}
	slices.SortFunc(ignored, func(a, b source.Span) int { return a.Start - b.Start })
	return ignored
}

// trim is str::trim, whose White_Space is Go's too.
func (p *parser) trim(s source.Span) source.Span {
	return dialect.Trim(p.text, s, unicode.IsSpace)
}

func (p *parser) value(k keyword) string { return p.pairs[k].value.Slice(p.text) }

// lowerASCII is str::to_ascii_lowercase.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, s)
}
