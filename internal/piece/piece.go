// Package piece holds pieces of text that a file writes with escapes, and the
// map from their bytes back to the file's.
package piece

import (
	"sort"

	"kustoconn/source"
)

// Kind says what a piece is in its file. The zero Kind is invalid.
type Kind int

// The kinds of pieces.
const (
	_       Kind = iota
	Literal      // a string literal of a programming language
)

// Piece is one stretch of unescaped text.
type Piece struct {
	Kind Kind
	Text string // unescaped
	Map  Map    // from Text's bytes to the file's
}

// Map leads from the bytes of a piece's unescaped text to the bytes of its
// file. It is a list of runs in order, monotone on both sides. The zero Map
// maps nothing but the empty text at offset 0.
type Map struct {
	runs []run
}

// A run maps text bytes from text on to file bytes from file on. Where n == m
// and !atomic, each byte stands for itself; else the run is one escape: n
// text bytes written as m file bytes.
type run struct {
	text, file int
	n, m       int
	atomic     bool
}

// Builder makes a piece's text and map together.
type Builder struct {
	text []byte
	runs []run
}

// Copy appends text[span] of the file as it stands.
func (b *Builder) Copy(file string, span source.Span) {
	if span.Empty() {
		return
	}
	if k := len(b.runs) - 1; k >= 0 {
		last := &b.runs[k]
		if !last.atomic && last.file+last.m == span.Start {
			last.n += span.Len()
			last.m += span.Len()
			b.text = append(b.text, file[span.Start:span.End]...)
			return
		}
	}
	b.runs = append(b.runs, run{len(b.text), span.Start, span.Len(), span.Len(), false})
	b.text = append(b.text, file[span.Start:span.End]...)
}

// Escape appends s, which the file writes as the bytes of span. An empty s
// stands for file bytes that mean nothing, such as a line continuation; with
// an empty span it is the place of a text that has no bytes.
func (b *Builder) Escape(s string, span source.Span) {
	b.runs = append(b.runs, run{len(b.text), span.Start, len(s), span.Len(), true})
	b.text = append(b.text, s...)
}

// Len returns the number of text bytes so far.
func (b *Builder) Len() int { return len(b.text) }

// Piece returns the text and its map.
func (b *Builder) Piece(kind Kind) Piece {
	return Piece{Kind: kind, Text: string(b.text), Map: Map{b.runs}}
}

// Span returns the file bytes that write the text bytes of s: from the first
// byte of the first escape or character to the end of the last, so that an
// escape is never cut. An empty s gives an insertion point.
func (m Map) Span(s source.Span) source.Span {
	if s.Empty() {
		return source.At(m.start(s.Start))
	}
	return source.Span{Start: m.start(s.Start), End: m.end(s.End)}
}

// start maps the start of the text byte at offset.
func (m Map) start(offset int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].text+m.runs[i].n > offset })
	if i == len(m.runs) {
		if i == 0 {
			return 0
		}
		last := m.runs[i-1]
		return last.file + last.m
	}
	r := m.runs[i]
	if r.atomic || offset < r.text {
		return r.file
	}
	return r.file + offset - r.text
}

// end maps the end of the text that stops before offset.
func (m Map) end(offset int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].text+m.runs[i].n >= offset })
	if i == len(m.runs) {
		return m.start(offset)
	}
	r := m.runs[i]
	if r.atomic {
		return r.file + r.m
	}
	return r.file + offset - r.text
}
