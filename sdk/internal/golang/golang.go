// Package golang reads a connection string as the Go client does:
// github.com/Azure/azure-kusto-go/azkustodata v1.2.3
// (NewConnectionStringBuilder, its ConnectionString and newTokenProvider).
//
// Deliberate gaps:
//   - What fails only in New or at the first request (a Data Source that is
//     no https URL, a tenant that azidentity refuses) is no part of the answer.
//   - The value of a boolean that cannot be read is quoted in the client's
//     message; the span echoed is the value's own text.
package golang

import (
	"strconv"
	"strings"
	"unicode"

	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the Go client's reading. In an ErrorClass of its answers …
// stands where the client's message repeats the text.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.Go,
		Name:     schema.Go.String(),
		Title:    "Go (azkustodata)",
		Version:  "v1.2.3",
		Releases: []string{"1.2.3", "1.2.2"},
		Older:    map[string]dialect.TrustCheck{"1.2.2": olderCheck},
		Source:   "recordings of github.com/Azure/azure-kusto-go/azkustodata",
		Gaps: []string{
			"failures in New and at the first request: a Data Source that is no https URL, a refused tenant",
		},
		Trust: trustCheck,
		Read:  dialect.WithReparse(read),
	}
}

// read gives all of the answer but Reparse: the client's own text lacks the
// password and both names for tracing.
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

// builder is a ConnectionStringBuilder at work on text.
type builder struct {
	dialect.Recorder
	text string
	held dialect.Held
}

// parse follows NewConnectionStringBuilder (kcsb.go), which knows neither
// quotes nor escapes.
func parse(text string) *builder {
	b := &builder{text: text, held: dialect.Held{}}
	whole := source.Span{End: len(text)}
	if b.blank(whole) {
		b.Fail("panic(string): error: Connection string cannot be empty", whole)
		return b
	}
	for segment := range dialect.Split(text, ';') {
		if !b.segment(segment) {
			return b
		}
	}
	b.Answer.OK = true
	return b
}

// segment reads one part between semicolons; false ends the reading.
func (b *builder) segment(segment source.Span) bool {
	if b.blank(segment) {
		return true
	}
	key, rest, assigned := dialect.Cut(b.text, segment, '=')
	switch {
	case !assigned && segment.Start == 0:
		b.put(dialect.Property{Name: "DataSource", Source: trimSpaces(b.text, segment)})
		return true
	case !assigned:
		return b.Crash("runtime.boundsError: runtime error: index out of range [1] with length 1", segment)
	}
	// What a second = starts is lost.
	value, _, _ := dialect.Cut(b.text, rest, '=')
	if b.blank(value) {
		b.Ignore(dialect.Trim(b.text, segment, unicode.IsSpace))
		return true
	}
	if value.End < segment.End {
		b.Ignore(source.Span{Start: value.End, End: segment.End})
	}
	return b.assign(key, trimSpaces(b.text, value))
}

// assign follows assignValue, which looks a keyword up only once its value is
// known not to be blank.
func (b *builder) assign(key, value source.Span) bool {
	spelling := key.Slice(b.text)
	k, known := keywords.Find(spelling)
	switch {
	case !known && unsupported[fold(spelling)]:
		return b.Fail("errors.Error: Kind(Kind(12)): The Connection String keyword `…` is not supported.", key, key)
	case !known:
		return b.Fail("errors.Error: Kind(Kind(12)): The Connection String keyword `…` is unknown.", key, key)
	case !k.Bool:
		b.put(dialect.Property{Name: k.Property, Source: value})
		return true
	}
	yes, err := strconv.ParseBool(value.Slice(b.text))
	if err != nil {
		what := "federated security"
		if k.Property == "ApplicationCertificateSendX5c" {
			what = "certificate x5c"
		}
		return b.Fail("errors.Error: error: Couldn't parse "+what+
			` value: strconv.ParseBool: parsing "…": invalid syntax`, value, value)
	}
	// False is the zero value: as good as never set.
	delete(b.held, k.Property)
	if yes {
		b.held.Put(dialect.Property{Name: k.Property, IsBool: true, Bool: true, Source: value})
	}
	return true
}

// put holds a text property, whose value is what its source says.
func (b *builder) put(p dialect.Property) {
	p.Value = sealed.NewText(p.Source.Slice(b.text))
	b.held.Put(p)
}

func (b *builder) blank(s source.Span) bool {
	return strings.TrimSpace(s.Slice(b.text)) == ""
}

// trimSpaces drops U+0020 alone from both ends of s: a tab or line end stays.
func trimSpaces(text string, s source.Span) source.Span {
	return dialect.Trim(text, s, func(r rune) bool { return r == ' ' })
}
