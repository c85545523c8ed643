package lint

import (
	"strings"

	"kustoconn/source"
)

// fillHoles returns text with each hole written as placeholders of the same
// length, so that spans stay what they are: the code in a hole may hold
// semicolons and quotes, which are no part of the string.
func fillHoles(text string, holes []source.Span) string {
	if len(holes) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, h := range holes {
		if h.Start < at {
			continue // inside another one
		}
		b.WriteString(text[at:h.Start])
		writePlaceholders(&b, h.Len())
		at = h.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// writePlaceholders writes n bytes of placeholders. A long hole takes more
// than one, because what is very long is read as none.
func writePlaceholders(b *strings.Builder, n int) {
	const most = 64
	for n > 0 {
		part := n
		if n > most {
			part = most / 2
		}
		switch part {
		case 1:
			b.WriteByte('_')
		case 2:
			b.WriteString("$x")
		default:
			b.WriteString("{" + strings.Repeat("x", part-2) + "}")
		}
		n -= part
	}
}

// holdsHole reports whether a hole is in the span of the piece's text.
func holdsHole(p *filePiece, span source.Span) bool {
	for _, h := range p.Holes {
		if h.Overlaps(span) {
			return true
		}
	}
	return false
}
