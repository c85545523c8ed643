package extract

import (
	"sort"
	"strings"

	"kustoconn/source"
)

// A textReader is a place in a text and what was found up to there.
type textReader struct {
	text string
	pos  int
	file File
}

// has reports whether the text goes on with prefix.
func (r *textReader) has(prefix string) bool { return strings.HasPrefix(r.text[r.pos:], prefix) }

// peek returns the byte n after the current one, or 0.
func (r *textReader) peek(n int) byte {
	if r.pos+n < len(r.text) {
		return r.text[r.pos+n]
	}
	return 0
}

// before returns the byte before the current one, or 0.
func (r *textReader) before() byte {
	if r.pos > 0 {
		return r.text[r.pos-1]
	}
	return 0
}

func (r *textReader) note(start int, message string) {
	r.file.Notes = append(r.file.Notes, Note{Span: source.Span{Start: start, End: r.pos}, Message: message})
}

// sortPieces puts pieces in order of where they start: those in the holes of
// a literal were kept before it.
func sortPieces(pieces []Piece) {
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].Map.start(0) < pieces[j].Map.start(0) })
}
