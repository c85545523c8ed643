package extract

import (
	"strings"

	"kustoconn/source"
)

// A codePart is one stretch of a piece in the making.
type codePart struct {
	kind partKind
	span source.Span // in the file
	text string      // what an escape or a hole gives; empty for a verbatim part
}

type partKind int

const (
	_            partKind = iota
	partVerbatim          // file bytes that stand for themselves
	partEscape            // an escape, atomic
	partHole              // an interpolation or an operand, atomic
)

// codeParts are the parts of one piece, in order.
type codeParts []codePart

func (p *codeParts) verbatim(span source.Span) {
	if span.Empty() {
		return
	}
	if k := len(*p) - 1; k >= 0 && (*p)[k].kind == partVerbatim && (*p)[k].span.End == span.Start {
		(*p)[k].span.End = span.End
		return
	}
	*p = append(*p, codePart{kind: partVerbatim, span: span})
}

func (p *codeParts) escape(text string, span source.Span) {
	*p = append(*p, codePart{partEscape, span, text})
}

func (p *codeParts) hole(text string, span source.Span) {
	*p = append(*p, codePart{partHole, span, text})
}

// piece puts the parts together.
func (p codeParts) piece(file string, kind Kind) Piece {
	var b Builder
	var holes []source.Span
	for _, part := range p {
		switch part.kind {
		case partVerbatim:
			b.Copy(file, part.span)
		case partHole:
			holes = append(holes, source.Span{Start: b.Len(), End: b.Len() + len(part.text)})
			b.Escape(part.text, part.span)
		case partEscape:
			b.Escape(part.text, part.span)
		}
	}
	piece := b.Piece(kind)
	piece.Holes = holes
	return piece
}

// maxHole is the most source text of a hole that is kept, in bytes. It also
// keeps the pieces of nested interpolations linear in the file.
const maxHole = 64

// holeText writes a hole that code fills. Code that is long, or that would
// not read as one placeholder in a connection string, is cut to the name that
// it starts with.
func holeText(opening, code, closing string) string {
	if len(code) > maxHole || strings.ContainsAny(code, ";={}\r\n") {
		code = leadingName(code[:min(len(code), maxHole)])
	}
	return opening + code + closing
}

// leadingName returns the first dotted name in code.
func leadingName(code string) string {
	start := strings.IndexFunc(code, func(c rune) bool { return c < 0x80 && isWordByte(byte(c)) || c >= 0x80 })
	if start < 0 {
		return "expression"
	}
	end := start
	for end < len(code) && (isWordByte(code[end]) || code[end] == '.') {
		end++
	}
	return strings.ToValidUTF8(strings.TrimRight(code[start:end], "."), "")
}

// isWordByte reports whether c can be part of an identifier in every language
// read here. Bytes of non-ASCII letters count.
func isWordByte(c byte) bool {
	return c == '_' || c >= 0x80 || isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// wordEnd returns the offset after the identifier at pos.
func wordEnd(text string, pos int) int {
	for pos < len(text) && isWordByte(text[pos]) {
		pos++
	}
	return pos
}

// codeLineEnd returns the offset of the line end after pos: of its CR or LF, or
// the end of text.
func codeLineEnd(text string, pos int) int {
	if n := strings.IndexByte(text[pos:], '\n'); n >= 0 {
		end := pos + n
		if end > pos && text[end-1] == '\r' {
			end--
		}
		return end
	}
	return len(text)
}

// runLength returns how many times c stands at text[pos:].
func runLength(text string, pos int, c byte) int {
	n := 0
	for pos+n < len(text) && text[pos+n] == c {
		n++
	}
	return n
}
