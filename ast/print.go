package ast

import (
	"strings"

	"kustoconn/diag"
)

// What follows keeps the text out of everything that prints a tree without
// meaning to: fmt and slog show kinds and spans, and the encodings of the
// standard library the exported fields, in which there is no text. Text, Keyword
// and Value give the text where it is asked for.

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
		parts = append(parts, diag.Code(s.Fault).String())
	}
	if parts == nil {
		return out
	}
	return out + " (" + strings.Join(parts, ", ") + ")"
}
