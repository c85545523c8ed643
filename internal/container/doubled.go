package container

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readDoubled reads the literals that write a quotation mark in them twice: cells of
// CSV, literals of SQL, Visual Basic and YAML, verbatim ones of C#. Those without
// such a mark are the business of another row.
func readDoubled(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if !strings.Contains(text, `""`) && !strings.Contains(text, `''`) {
		return
	}
	unclosed := false // no single quote closes a literal any more
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], `"'`)
		if n < 0 {
			return
		}
		start, quote := at+n+1, text[at+n]
		if !opens(text, at+n) || quote == '\'' && unclosed {
			at = start
			continue
		}
		p, end, doubled := undouble(b, text, start, quote)
		if end == len(text) && quote == '\'' {
			unclosed = true
			at = start
			if doubled && !yield(p) {
				return
			}
			continue
		}
		if at = end + 1; doubled && !yield(p) {
			return
		}
	}
}

// undouble reads the literal that starts, behind its quote, at start. It ends before
// the first quote that is not doubled, or with the text. Quotes behind a backslash or
// backtick do not show that it is such a literal.
func undouble(b *piece.Builder, text string, start int, quote byte) (p piece.Piece, end int, doubled bool) {
	b.Reset()
	plain := start
	for end = start; ; {
		n := strings.IndexByte(text[end:], quote)
		if n < 0 {
			end = len(text)
			break
		}
		end += n
		if end+1 == len(text) || text[end+1] != quote {
			break
		}
		b.Copy(text, source.Span{Start: plain, End: end})
		b.Escape(text[end:end+1], source.Span{Start: end, End: end + 2})
		end += 2
		plain, doubled = end, doubled || text[end-3] != '\\' && text[end-3] != '`'
	}
	if !doubled { // as any other literal
		return piece.Piece{}, end, false
	}
	b.Copy(text, source.Span{Start: plain, End: end})
	return b.Piece(piece.Literal), end, true
}
