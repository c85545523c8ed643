package redact

import (
	"strings"

	"kustoconn/internal/container"
	"kustoconn/internal/piece"
)

// Container engines write each line that a program prints as an object with a text that ends
// in a line end: {"log":"…\n","stream":"stderr"}. Read one after the other these texts are a
// stream of their own.

// loggedLine returns the text of a line that an object holds so.
func loggedLine(line string) (p piece.Piece, ok bool) {
	if line == "" || line[0] != '{' || !strings.Contains(line, `\n"`) {
		return piece.Piece{}, false
	}
	return readLogged(line)
}

// readLogged is loggedLine of what may be such a line. It is apart so that others, which are most, take no memory.
func readLogged(line string) (p piece.Piece, ok bool) {
	for row, p := range container.Read(line) {
		if !row.Delimited || row.Words {
			break
		}
		if strings.HasSuffix(p.Text, "\n") && lineLength(p.Text) == len(p.Text)-1 {
			return p, true
		}
	}
	return p, false
}

// inLogged returns a stream at the start of a line of those that objects hold, which goes on
// with those before.
func (s *stream) inLogged() stream {
	return stream{looker: s.looker, depth: 1, unfinished: s.logged}
}

// findInLogged returns the secrets of a line in an object that those before tell.
func (s *stream) findInLogged(line string) (found []region) {
	if !s.logged.any() {
		return nil
	}
	p, ok := loggedLine(line)
	if !ok {
		return nil
	}
	inner := s.inLogged()
	for _, r := range inner.goOn(p.Text) {
		found = append(found, mapped(r, p.Map))
	}
	return found
}

// noteLogged notes what a line in an object leaves open.
func (s *stream) noteLogged(line string) {
	p, ok := loggedLine(line)
	if !ok {
		s.logged = unfinished{}
		return
	}
	inner := s.inLogged()
	inner.noteOpen(p.Text, inner.goOn(p.Text))
	s.logged = inner.unfinished
}
