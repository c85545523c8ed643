package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// substituted returns the value that quoted texts and substitutions next to each other
// make in HOCON: "Data Source="${url}";Fed=true". A bracket of an object on the same line
// may follow. ok is false where there are not both.
func substituted(text string, span source.Span) (p piece.Piece, ok bool) {
	var b piece.Builder
	quoted, filled := false, false
	for at := span.Start; at < span.End; {
		rest := text[at:span.End]
		switch {
		case rest[0] == '"':
			n := strings.IndexByte(rest[1:], '"')
			if n < 0 {
				return p, false
			}
			b.Copy(text, source.Span{Start: at + 1, End: at + 1 + n})
			at, quoted = at+n+2, true
		case strings.HasPrefix(rest, "${"):
			n := strings.IndexByte(rest, '}')
			if n < 0 || strings.ContainsAny(rest[:n], ";=\"") {
				return p, false
			}
			b.Hole(rest[:n+1], source.Span{Start: at, End: at + n + 1})
			at, filled = at+n+1, true
		case strings.Trim(rest, lineSpace+"}") == "":
			at = span.End
		default:
			return p, false
		}
	}
	if !quoted || !filled {
		return p, false
	}
	p = b.Piece(piece.Value)
	p.Escape = escape.Refuse
	return p, true
}
