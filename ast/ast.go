// Package ast is the lossless tree of a connection string: a list of
// segments, each with the spans of its parts. Every byte of the text belongs
// to a segment or is the semicolon between two, so that printing the tree
// gives the text back, valid or not.
//
// The tree says what is written. What it means (aliases, duplicates, types,
// defaults) is the business of package bind.
package ast

import (
	"iter"
	"strings"

	"kustoconn/diag"
	"kustoconn/source"
)

// Kind says what a segment is. The zero Kind is invalid.
type Kind uint8

// The kinds of segments.
const (
	_         Kind = iota
	Prefix         // the first segment, where it is a URI, a shorthand or a name
	Pair           // keyword = value
	Empty          // nothing but white space
	Malformed      // a segment with a syntax error
)

// String returns the kind's name in lower case.
func (k Kind) String() string {
	switch k {
	case Prefix:
		return "prefix"
	case Pair:
		return "pair"
	case Empty:
		return "empty"
	case Malformed:
		return "malformed"
	}
	return "invalid"
}

// Segment is the text between two separating semicolons.
//
// A prefix has its text in Value and ValueSpan and no keyword. A malformed
// segment has the parts that could be read, for tools that look at it; they
// mean nothing.
type Segment struct {
	Kind  Kind
	Quote byte // the quotation mark around the value, or 0
	Unset bool // a pair without a value, which removes the property
	// Fault is the code of a malformed segment's first syntax error.
	Fault diag.Code
	// Equals is the offset of the sign that ends the keyword, or -1.
	Equals int

	Span        source.Span // the whole segment, without its semicolons
	KeywordSpan source.Span // without the white space around it
	ValueSpan   source.Span // with its quotes, without the white space around them

	Keyword string // as written, but for "==", which is one '='
	Value   string // without its quotes, doubled ones undone
}

// MeantAsPrefix reports whether s is a prefix, or a malformed segment that
// was read as one.
func (s *Segment) MeantAsPrefix() bool {
	return s.Kind == Prefix || s.Kind == Malformed && s.Equals < 0 && !s.ValueSpan.Empty()
}

// ValueText returns the span of the value without its quotes. For an
// unterminated quote it runs to the end of the value.
func (s *Segment) ValueText() source.Span {
	span := s.ValueSpan
	if s.Quote == 0 || span.Empty() {
		return span
	}
	span.Start++
	if s.Fault != 0 && len(s.Value) >= span.Len() {
		return span // the quote is open
	}
	span.End--
	return span
}

// ConnectionString is the tree of one text.
type ConnectionString struct {
	Text     string
	Segments []Segment // at least one
}

// Prefix returns the prefix, or nil where there is none.
func (c *ConnectionString) Prefix() *Segment {
	if c.Segments[0].Kind == Prefix {
		return &c.Segments[0]
	}
	return nil
}

// Pairs walks over the well-formed pairs in order, each with its index in
// Segments.
func (c *ConnectionString) Pairs() iter.Seq2[int, *Segment] {
	return func(yield func(int, *Segment) bool) {
		for i := range c.Segments {
			if c.Segments[i].Kind == Pair && !yield(i, &c.Segments[i]) {
				return
			}
		}
	}
}

// HasSyntaxErrors reports whether any segment is malformed.
func (c *ConnectionString) HasSyntaxErrors() bool {
	for i := range c.Segments {
		if c.Segments[i].Kind == Malformed {
			return true
		}
	}
	return false
}

// String prints the tree token by token. The result equals Text, secrets
// included: never show it without need.
func (c *ConnectionString) String() string {
	var b strings.Builder
	b.Grow(len(c.Text))
	for t := range c.Tokens() {
		b.WriteString(t.Span.Slice(c.Text))
	}
	return b.String()
}

// Locate turns a span of Value, in bytes, into the span of the text that
// writes it. Doubled quotes make the two differ.
func (s *Segment) Locate(text string, in source.Span) source.Span {
	at := s.ValueText()
	if s.Quote == 0 || len(s.Value) == at.Len() {
		return in.Shift(at.Start)
	}
	out := source.Span{Start: at.End, End: at.End}
	i := at.Start
	for n := 0; n <= len(s.Value); n++ {
		if n == in.Start {
			out.Start = i
		}
		if n == in.End {
			out.End = i
			break
		}
		if i < at.End && text[i] == s.Quote {
			i++
		}
		i++
	}
	return out
}
