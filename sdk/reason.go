package sdk

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// reason is why a client refuses a text.
type reason int

const (
	otherReason reason = iota
	unknownKeyword
	unsupportedKeyword
	badBoolean
	noValue
	incomplete
	emptyText
	localSecret
	notText
	badURL
	badSyntax
)

// reasons tells the reason by a part of the ErrorClass; the first that is in
// it counts.
var reasons = []struct {
	part string
	is   reason
}{
	{"property name", unknownKeyword}, // R
	{"not supported", unsupportedKeyword},
	{"is unknown", unknownKeyword},           // Go, Java
	{"Unknown keyword", unknownKeyword},      // Python
	{"Failed to get prop", unknownKeyword},   // Node
	{"UnexpectedKey", unknownKeyword},        // Rust
	{"ParseBool", badBoolean},                // Go
	{"to be bool", badBoolean},               // Python
	{"Unexpected value for", badBoolean},     // Rust
	{"out of range", noValue},                // Go
	{"Index 1 out of bounds", noValue},       // Java
	{"reading 'trim'", noValue},              // Node
	{"Missing value for key '…'", noValue},   // Rust
	{"No key found", unknownKeyword},         // Rust
	{"Missing value for key", incomplete},    // Rust
	{"empty", emptyText},                     // Go, Python, Java
	{"Missing connection string", emptyText}, // Node
	{"Index 0 out of bounds", emptyText},     // Java
	{"LocalSecret", localSecret},             // .NET
	{"non-character", notText},               // R
	{"ValueError", badURL},                   // Python
}

func reasonOf(a *dialect.Answer) reason {
	if a.ErrorClass == "" {
		return badSyntax // .NET, by the base class's grammar
	}
	for _, r := range reasons {
		if strings.Contains(a.ErrorClass, r.part) {
			return r.is
		}
	}
	return otherReason
}

// refusals say what is wrong, after the name of a property or "a keyword".
var refusals = map[reason]string{
	otherReason:        "is refused",
	unknownKeyword:     "is not known",
	unsupportedKeyword: "is not supported",
	badBoolean:         "is not true or false as spelled here",
	noValue:            "has no value",
	incomplete:         "is not enough without another property",
	localSecret:        "is refused unless the program allows local secrets",
	notText:            "reads as a number or a logical value",
	badURL:             "is not a valid URL",
	badSyntax:          "is faulty by the syntax of ADO.NET",
}

// refusal says where and why a client that refuses the string, or crashes on
// it, does so.
func refusal(b *bind.Bound, client schema.Client, a *dialect.Answer) (at source.Span, id schema.ID, how string) {
	text := b.Tree.Text()
	why := reasonOf(a)
	if why == emptyText {
		return source.Span{End: len(text)}, schema.None, "the string holds no pair"
	}
	at = trimSpan(text, a.ErrorSpan)
	missing := at.Empty() && at.Start == len(text)
	if missing && (why == incomplete || why == notText) {
		return at, schema.DataSource, "is missing"
	}
	i := b.Tree.SegmentAt(a.ErrorSpan.Start)
	s := &b.Tree.Segments[i]
	switch {
	case s.Kind == ast.Empty:
		return emptySpan(b, i), schema.None, "a semicolon has no pair after it"
	case s.Kind == ast.Prefix && !splitInside(s, a.ErrorSpan):
		if why == unknownKeyword || why == noValue {
			return s.ValueSpan(), schema.None, "the prefix needs a keyword"
		}
		return s.ValueSpan(), schema.DataSource, refusals[why]
	case s.Kind == ast.Malformed:
		return at, schema.None, "a malformed segment is refused"
	case splitInside(s, a.ErrorSpan):
		return s.ValueSpan(), b.ID(i), "ends at a semicolon in spite of the quotation marks"
	}
	id, how = b.ID(i), refusals[why]
	if why == unknownKeyword && knows(client, id) {
		how = "is not known by this spelling"
	}
	if id == schema.None {
		how = "a keyword " + how
	}
	switch {
	case at.Empty():
		at = pairSpan(s)
	case at.End <= s.Equals():
		at = s.KeywordSpan()
	}
	return at, id, how
}

// splitInside reports whether span begins inside the value of s, past its
// first byte: the client has divided a value that is one.
func splitInside(s *ast.Segment, span source.Span) bool {
	return s.Quote != 0 && span.Start > s.ValueSpan().Start && span.Start < s.ValueSpan().End &&
		strings.Contains(s.Value(), ";")
}

// knows reports whether the client takes the property by some keyword.
func knows(client schema.Client, id schema.ID) bool {
	p := schema.Get(id)
	return p != nil && p.Clients.Has(client)
}

// emptySpan is what to point at for the empty segment i: the semicolon before
// it, or its place where it is the first.
func emptySpan(b *bind.Bound, i int) source.Span {
	start := b.Tree.Segments[i].Span().Start
	if i == 0 {
		return source.At(start)
	}
	return source.Span{Start: start - len(";"), End: start}
}

// pairSpan is s without the white space at its ends.
func pairSpan(s *ast.Segment) source.Span {
	if s.Kind != ast.Pair {
		return s.ValueSpan()
	}
	return source.Span{Start: s.KeywordSpan().Start, End: max(s.ValueSpan().End, s.Equals()+len("="))}
}

// trimSpan is s without the white space at its ends.
func trimSpan(text string, s source.Span) source.Span {
	return dialect.Trim(text, s, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
}
