package extract

import (
	"strings"

	"kustoconn/source"
)

// maxNesting bounds how deep one format may hold another (Markdown, a YAML
// fence in it, a shell script in that): each level reads its text once more.
const maxNesting = 4

// maxDepth bounds how deep the brackets of one file may nest, so that neither
// the stack nor the paths of keys grow with a hostile file.
const maxDepth = 1000

// nestedReader is a reader that may hand parts of its text to other readers;
// level counts how many texts it is inside of.
type nestedReader func(text string, level int) File

// Through returns p, which was read from the text of outer, as a piece of
// outer's file.
func (p Piece) Through(outer Piece) Piece {
	p.Map = p.Map.Through(outer.Map)
	if p.Key != "" {
		p.KeySpan = outer.Map.Span(p.KeySpan)
	}
	p.Escape = escapeTwice(p.Escape, outer.Escape)
	return p
}

// Through returns f, which was read from the text of outer, as a part of
// outer's file.
func (f File) Through(outer Piece) File {
	var out File
	for _, p := range f.Pieces {
		out.Pieces = append(out.Pieces, p.Through(outer))
	}
	for _, n := range f.Notes {
		out.Notes = append(out.Notes, Note{outer.Map.Span(n.Span), n.Message})
	}
	return out
}

func escapeTwice(inner, outer func(string) (string, bool)) func(string) (string, bool) {
	if inner == nil {
		return outer
	}
	if outer == nil {
		return inner
	}
	return func(s string) (string, bool) {
		once, ok := inner(s)
		if !ok {
			return "", false
		}
		return outer(once)
	}
}

// add appends what another reader found.
func (f *File) add(other File) {
	f.Pieces = append(f.Pieces, other.Pieces...)
	f.Notes = append(f.Notes, other.Notes...)
}

// standing returns the piece that is text[span] as it stands.
func standing(kind Kind, text string, span source.Span) Piece {
	var b Builder
	if span.Empty() {
		b.Escape("", source.At(span.Start))
	}
	b.Copy(text, span)
	return b.Piece(kind)
}

// asPlain reads text line by line because its own format's reader could not
// go on at offset. A text of nothing but white space is no fault.
func asPlain(text string, offset int, message string) File {
	if strings.TrimSpace(text) == "" {
		return File{}
	}
	f := ReadPlain(text)
	offset = source.RuneBoundary(text, max(0, min(offset, len(text))))
	f.Notes = append(f.Notes, Note{source.At(offset), message})
	return f
}
