// Package source holds positions in a text: half-open byte spans, and the
// index that turns a byte offset into a line and a column.
//
// It is the root of the flow: every other package speaks of spans, and only
// this one computes columns.
package source

import (
	"strconv"
	"strings"
	"unicode"
)

// Span is a half-open range of byte offsets, [Start, End), in some text. The
// zero Span is the empty range at the start of the text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// At returns the empty span at offset, used for insertion points.
func At(offset int) Span { return Span{offset, offset} }

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the byte at offset lies in s.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether s and t share a byte. An empty span overlaps
// nothing.
func (s Span) Overlaps(t Span) bool {
	return s.Start < t.End && t.Start < s.End && !s.Empty() && !t.Empty()
}

// Covers reports whether t lies inside s; an empty t at either edge does.
func (s Span) Covers(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Shift returns s moved by delta bytes.
func (s Span) Shift(delta int) Span { return Span{s.Start + delta, s.End + delta} }

// Slice returns the part of text that s covers. It panics where s is outside
// text, as slicing does.
func (s Span) Slice(text string) string { return text[s.Start:s.End] }

// TrimSpace returns s without the Unicode white space at the ends of what it
// covers in text. Of nothing but white space the empty span at its end is
// left. It panics where s is outside text.
func (s Span) TrimSpace(text string) Span {
	covered := s.Slice(text)
	s.Start += len(covered) - len(strings.TrimLeftFunc(covered, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(covered))
	return s
}

// Trim is TrimSpace for the bytes of cutset, which are ASCII.
func (s Span) Trim(text, cutset string) Span {
	left := strings.TrimLeft(s.Slice(text), cutset)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRight(left, cutset))
	return s
}

// String prints s as "start-end", in bytes.
func (s Span) String() string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }
