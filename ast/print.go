package ast

import (
	"fmt"
	"io"
	"strings"
)

// What follows keeps the text out of everything that prints a tree without
// meaning to: fmt (every verb), slog, JSON, XML and gob show kinds and spans.
// Text, Print, Keyword and Value give the text where it is asked for.

// String lists the segments as their String does, separated by commas.
func (c ConnectionString) String() string {
	var b strings.Builder
	for i := range c.Segments {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.Segments[i].String())
	}
	return b.String()
}

// Format prints String for every verb.
func (c ConnectionString) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, c.String()) }

// MarshalText returns String: a tree is not read back from text but by package
// grammar.
func (c ConnectionString) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// GobEncode returns String.
func (c ConnectionString) GobEncode() ([]byte, error) { return c.MarshalText() }

// String returns the segment's kind and the spans of its parts in bytes, never
// their text: "pair 9-21 (keyword 9-15, value 16-21)".
func (s Segment) String() string {
	out := s.Kind.String() + " " + s.Span().String()
	var parts []string
	if !s.KeywordSpan().Empty() {
		parts = append(parts, "keyword "+s.KeywordSpan().String())
	}
	if !s.ValueSpan().Empty() {
		parts = append(parts, "value "+s.ValueSpan().String())
	}
	if s.Fault != 0 {
		parts = append(parts, s.Fault.String())
	}
	if parts == nil {
		return out
	}
	return out + " (" + strings.Join(parts, ", ") + ")"
}

// Format prints String for every verb.
func (s Segment) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.String()) }

// MarshalText returns String.
func (s Segment) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// GobEncode returns String.
func (s Segment) GobEncode() ([]byte, error) { return s.MarshalText() }
