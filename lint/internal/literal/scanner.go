package literal

import (
	"strings"

	"kustoconn/internal/growing"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// A Scanner is a place in a text and what was found up to there.
type Scanner struct {
	Text string
	Pos  int
	File piece.File
	// searched is how many bytes were looked through for words that are replaced.
	searched int
}

// AddHoles makes holes of the words in the piece of the index. A file whose texts would have
// to be read too often has no further ones: a program that long is no ordinary one.
func (s *Scanner) AddHoles(index int, words []string) {
	const most = 64 // times the text of the file
	p := &s.File.Pieces[index]
	if s.searched += len(words) * len(p.Text); s.searched <= most*len(s.Text) {
		p.AddHoles(words)
	}
}

// Has reports whether the text goes on with prefix.
func (s *Scanner) Has(prefix string) bool { return strings.HasPrefix(s.Text[s.Pos:], prefix) }

// Peek returns the byte n after the current one, or 0.
func (s *Scanner) Peek(n int) byte {
	if s.Pos+n < len(s.Text) {
		return s.Text[s.Pos+n]
	}
	return 0
}

// Before returns the byte before the current one, or 0.
func (s *Scanner) Before() byte {
	if s.Pos > 0 {
		return s.Text[s.Pos-1]
	}
	return 0
}

// Keep adds a piece to what was found.
func (s *Scanner) Keep(p piece.Piece) { s.File.Pieces = growing.Append(s.File.Pieces, p) }

// Note adds a note about the text from start to here.
func (s *Scanner) Note(start int, message string) {
	s.File.Notes = append(s.File.Notes, piece.Note{Span: source.Span{Start: start, End: s.Pos}, Message: message})
}

// A Key is a name that a literal is assigned to or passed as.
type Key struct {
	Name string
	Span source.Span
}
