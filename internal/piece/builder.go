package piece

import (
	"strings"

	"kustoconn/source"
)

// A Builder makes a piece's text and map together, part by part in the order
// of the file. The zero Builder is ready for use.
type Builder struct{ parts []Part }

// A Part is one stretch of a piece in the making.
type Part struct {
	Kind PartKind
	Text string      // what it adds to the piece's text
	Span source.Span // the file bytes that write it
}

// PartKind says how a part is written. The zero PartKind is invalid.
type PartKind int

// The kinds of parts.
const (
	_          PartKind = iota
	Copied              // bytes that stand for themselves
	CopiedHole          // such bytes, which are a hole
	Escaped             // an escape: all of it stands for all of the text
	Hole                // an interpolation or an operand, whose text is not that of the file
)

// atomic reports whether a place inside the part has no place in the file.
func (k PartKind) atomic() bool { return k == Escaped || k == Hole }

// Copy appends file[span] as it stands.
func (b *Builder) Copy(file string, span source.Span) {
	if span.Empty() {
		return
	}
	if k := len(b.parts) - 1; k >= 0 {
		if last := &b.parts[k]; last.Kind == Copied && last.Span.End == span.Start {
			last.Span.End = span.End
			last.Text = last.Span.Slice(file)
			return
		}
	}
	b.parts = append(b.parts, Part{Copied, span.Slice(file), span})
}

// CopyHole appends file[span] as it stands, as a hole.
func (b *Builder) CopyHole(file string, span source.Span) {
	b.parts = append(b.parts, Part{CopiedHole, span.Slice(file), span})
}

// Escape appends text, which the file writes as the bytes of span. An empty
// text stands for file bytes that mean nothing, such as a line continuation;
// with an empty span it is the place of a text that has no bytes.
func (b *Builder) Escape(text string, span source.Span) {
	b.parts = append(b.parts, Part{Escaped, text, span})
}

// Hole appends text that stands for something computed, which the file writes
// as the bytes of span.
func (b *Builder) Hole(text string, span source.Span) {
	b.parts = append(b.parts, Part{Hole, text, span})
}

// Append appends the parts of another builder, which must not be used afterwards.
func (b *Builder) Append(other *Builder) {
	if len(b.parts) == 0 {
		b.parts = other.parts
		return
	}
	b.parts = append(b.parts, other.parts...)
}

// Parts returns the parts so far; they are valid until the next change.
func (b *Builder) Parts() []Part { return b.parts }

// Len returns the number of parts so far.
func (b *Builder) Len() int { return len(b.parts) }

// Replace puts the parts of another builder in place of those from the nth on.
func (b *Builder) Replace(n int, other *Builder) { b.parts = append(b.parts[:n], other.parts...) }

// ExtendLast makes the last byte of the last part stand for all file bytes up
// to end: a line end for the indentation after it. Nothing happens where there
// is no part, or where it ends there.
func (b *Builder) ExtendLast(end int) {
	k := len(b.parts) - 1
	if k < 0 || b.parts[k].Span.End == end {
		return
	}
	last := &b.parts[k]
	if last.Kind == Escaped {
		last.Span.End = end
		return
	}
	cut := len(last.Text) - 1
	escaped := Part{Escaped, last.Text[cut:], source.Span{Start: last.Span.End - 1, End: end}}
	last.Text = last.Text[:cut]
	if last.Span.End--; last.Span.Empty() {
		b.parts = b.parts[:k]
	}
	b.parts = append(b.parts, escaped)
}

// Reset takes all parts out; their memory is used again.
func (b *Builder) Reset() { b.parts = b.parts[:0] }

// Piece returns the text of the parts, its map and its holes. What it returns
// is independent of the builder; the text may be a part of the file's.
func (b *Builder) Piece(kind Kind) Piece {
	p := Piece{Kind: kind, Text: b.text()}
	p.SetEnds(kind.Ends(), kind.Ends())
	if len(b.parts) == 0 {
		return p
	}
	runs := make([]run, 0, len(b.parts))
	at := 0
	for _, part := range b.parts {
		next := run{at, part.Span.Start, len(part.Text), part.Span.Len(), part.Kind.atomic()}
		if k := len(runs) - 1; k >= 0 && runs[k].goesOn(next) {
			runs[k].n += next.n
			runs[k].m += next.m
		} else {
			runs = append(runs, next)
		}
		if part.Kind == Hole || part.Kind == CopiedHole {
			p.Holes = append(p.Holes, source.Span{Start: at, End: at + next.n})
		}
		at += next.n
	}
	p.Map = Map{runs}
	p.SetEnds(kind.Ends(), kind.Ends())
	return p
}

// Text returns the text of the parts so far.
func (b *Builder) Text() string { return b.text() }

func (b *Builder) text() string {
	if len(b.parts) == 0 {
		return ""
	}
	if len(b.parts) == 1 {
		return b.parts[0].Text
	}
	size := 0
	for _, part := range b.parts {
		size += len(part.Text)
	}
	var text strings.Builder
	text.Grow(size)
	for _, part := range b.parts {
		text.WriteString(part.Text)
	}
	return text.String()
}
