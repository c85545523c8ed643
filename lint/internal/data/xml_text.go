package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

func (r *xmlReader) attributePiece(a xmlAttribute) piece.Piece {
	var b piece.Builder
	escape.Unescape(&b, r.text, a.value, "&\r\n\t", func(rest string) (string, int) {
		if rest[0] != '&' {
			return " ", lineBreakOr1(rest)
		}
		return escape.XMLReference(rest)
	})
	p := b.Piece(piece.Value)
	p.Escape = escape.XMLAttribute
	if a.quote == 0 {
		p.Escape = escape.Refuse
	}
	return p
}

// lineBreakOr1 returns the length of the line end or other byte s starts with.
func lineBreakOr1(s string) int { return max(source.LineBreak(s, 0), 1) }

const cdataStart, cdataEnd = "<![CDATA[", "]]>"

// charData adds the piece of text or of a CDATA section.
func (r *xmlReader) charData(span source.Span) {
	starters, write := "&\r", escape.XMLText
	if strings.HasPrefix(span.Slice(r.text), cdataStart) {
		span.Start += len(cdataStart)
		span.End -= len(cdataEnd)
		starters, write = "\r", escape.Without("]>")
	}
	if strings.TrimLeft(span.Slice(r.text), xmlSpace) == "" {
		return
	}
	var b piece.Builder
	escape.Unescape(&b, r.text, span, starters, func(rest string) (string, int) {
		if rest[0] == '\r' {
			return "\n", source.LineBreak(rest, 0)
		}
		return escape.XMLReference(rest)
	})
	p := b.Piece(piece.Value)
	p.Escape = write
	p.Key, p.KeySpan = r.path.String(), r.frames[len(r.frames)-1].span
	r.out.Pieces = append(r.out.Pieces, p)
}
