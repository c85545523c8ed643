// Package ast is the lossless tree of a connection string: a list of
// segments, each with the spans of its parts. Every byte of the text belongs
// to a segment or is the semicolon between two, so that the segments and their
// spans give the text back, valid or not.
//
// The tree says what is written. What it means (aliases, duplicates, types,
// defaults) is the business of package bind.
package ast

import (
	"iter"
	"slices"
	"sort"

	"kustoconn/internal/quote"
	"kustoconn/internal/sealed"
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

// Segment is the text between two separating semicolons. Its fields are
// offsets, so that a tree is small and quickly made; its methods say what
// stands there.
//
// A prefix has its text in Value and ValueSpan and no keyword. A malformed
// segment has the parts that could be read, for tools that look at it; they
// mean nothing.
type Segment struct {
	Kind    Kind
	Quote   byte  // the quotation mark around the value, or 0
	Doubled bool  // there is a "==" in the keyword, or a doubled quotation mark in the value
	Fault   uint8 // diag.Code(Fault) is that of a malformed segment's first syntax error
	At      Offsets
	tree    *ConnectionString
}

// Offsets are where a segment and its parts stand in the text, in bytes. Those
// of a part that the segment does not have are equal; without the sign, Equals
// is End. Of a value whose quotation mark is never closed, ValueEnd is where that
// would stand: one more than End, which is that of the text. They have 32 bits:
// grammar.Parse reads no text that these do not reach through.
type Offsets struct {
	Start, End          uint32 // the whole segment, without its semicolons
	Keyword, KeywordEnd uint32 // without the white space around it
	Equals              uint32 // the sign that ends the keyword
	Value, ValueEnd     uint32 // with its quotes, without the white space around them
}

// Span returns where the whole segment stands, without its semicolons.
func (s *Segment) Span() source.Span { return span(s.At.Start, s.At.End) }

// KeywordSpan returns where the keyword stands, without the white space around
// it.
func (s *Segment) KeywordSpan() source.Span { return span(s.At.Keyword, s.At.KeywordEnd) }

// ValueSpan returns where the value stands, with its quotes and without the
// white space around them.
func (s *Segment) ValueSpan() source.Span { return span(s.At.Value, min(s.At.ValueEnd, s.At.End)) }

// open reports whether the quotation mark around the value is never closed.
func (s *Segment) open() bool { return s.At.ValueEnd > s.At.End }

func span(start, end uint32) source.Span { return source.Span{Start: int(start), End: int(end)} }

// Equals returns the offset of the sign that ends the keyword, or -1.
func (s *Segment) Equals() int {
	if s.At.Equals == s.At.End {
		return -1
	}
	return int(s.At.Equals)
}

// Keyword returns the keyword as written, but for "==", which is one '='. It
// allocates where there is such a one.
func (s *Segment) Keyword() string {
	if s.Doubled {
		return s.singleEquals()
	}
	return s.tree.text.Open()[s.At.Keyword:s.At.KeywordEnd]
}

func (s *Segment) singleEquals() string {
	return quote.UndoubleKeyword(s.KeywordSpan().Slice(s.tree.text.Open()))
}

// Value returns the value without its quotes, doubled ones undone. It
// allocates where there are such.
func (s *Segment) Value() string {
	if s.Quote != 0 {
		return s.unquoted()
	}
	return s.tree.text.Open()[s.At.Value:s.At.ValueEnd]
}

func (s *Segment) unquoted() string {
	value := s.ValueText().Slice(s.tree.text.Open())
	if s.Doubled && !s.open() {
		return quote.Undouble(value, s.Quote)
	}
	return value
}

// Unset reports whether s is a pair without a value, which removes the
// property. One with an empty value in quotes does not.
func (s *Segment) Unset() bool { return s.At.Equals != s.At.End && s.At.Value == s.At.ValueEnd }

// MeantAsPrefix reports whether s is a prefix, or a malformed segment that
// was read as one.
func (s *Segment) MeantAsPrefix() bool {
	return s.Kind == Prefix || s.Kind == Malformed && s.At.Equals == s.At.End && s.At.Value != s.At.ValueEnd
}

// ValueText returns the span of the value without its quotes. For an
// unterminated quote it runs to the end of the value.
func (s *Segment) ValueText() source.Span {
	text := span(s.At.Value, s.At.ValueEnd)
	if s.Quote != 0 {
		text.Start++
		text.End--
	}
	return text
}

// ConnectionString is the tree of one text.
type ConnectionString struct {
	Segments []Segment // at least one, but for a tree that is being made
	text     sealed.Text
}

// Text returns the text, secrets included.
func (c *ConnectionString) Text() string { return c.text.Open() }

// Reset makes c the tree of text, yet without segments, for a parser to add
// them; it keeps their memory.
func (c *ConnectionString) Reset(text string) {
	c.text, c.Segments = sealed.NewText(text), c.Segments[:0]
}

// Append adds a segment that starts at an offset in bytes and returns it, for a
// parser to fill in before it adds the next one.
func (c *ConnectionString) Append(start int) *Segment {
	n := len(c.Segments)
	if n == cap(c.Segments) {
		c.Segments = slices.Grow(c.Segments, 1)
	}
	c.Segments = c.Segments[:n+1]
	s := &c.Segments[n]
	// Field by field, so that the collector hears of one pointer and not of all the
	// memory, which saves a fourteenth of the time of grammar's BenchmarkParse.
	s.Kind, s.Quote, s.Doubled, s.Fault = 0, 0, false, 0
	s.At = Offsets{Start: uint32(start)}
	s.tree = c
	return s
}

// Prefix returns the prefix, or nil where there is none.
func (c *ConnectionString) Prefix() *Segment {
	if c.Segments[0].Kind == Prefix {
		return &c.Segments[0]
	}
	return nil
}

// SegmentAt returns the index of the segment that the byte at offset is in; a
// semicolon counts to the segment before it. It is -1 for an offset outside the
// text, whose end counts to the last segment. It searches by halves.
func (c *ConnectionString) SegmentAt(offset int) int {
	i := sort.Search(len(c.Segments), func(i int) bool { return c.Segments[i].Span().End >= offset })
	if i == len(c.Segments) || offset < 0 {
		return -1
	}
	return i
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

// Locate turns a span of Value, in bytes, into the span of the text that
// writes it. Doubled quotes make the two differ: it then costs a pass over the
// value, else nothing.
func (s *Segment) Locate(in source.Span) source.Span {
	at := s.ValueText()
	if !s.Doubled || s.open() || s.Quote == 0 {
		return in.Shift(at.Start)
	}
	return quote.Locate(s.tree.text.Open(), at, s.Quote, in)
}
