package lint

import (
	"kustoconn/diag"
	"kustoconn/source"
)

// place is a string's text and where it stands.
type place struct {
	text  string      // unescaped
	piece *filePiece  // nil for settings, which stand in many places
	span  source.Span // bytes of the piece's text
}

// hold keeps a place in a closure, which nothing prints.
func hold(p place) func() place { return func() place { return p } }

// text returns the unescaped text, code in holes included.
func (s *String) text() string { return s.held().text }

// at returns where the string stands, and whether that is one place.
func (s *String) at() (p place, ok bool) {
	if s.held != nil {
		p = s.held()
	}
	return p, p.piece != nil
}

// Unescaped returns the string's own text, secrets included, with each hole written as
// a placeholder of its length; "" for settings, which are no text of the file.
func (s *String) Unescaped() string {
	if p, ok := s.at(); ok {
		return p.span.Slice(p.piece.filled)
	}
	return ""
}

// InFile returns the bytes of File.Text that write a span of Unescaped. A span that
// is not in it, and any of settings, gives Span.
func (s *String) InFile(span source.Span) source.Span {
	p, ok := s.at()
	if !ok || span.Start < 0 || span.End > p.span.Len() || span.Start > span.End {
		return s.Span
	}
	return p.piece.Map.Span(span.Shift(p.span.Start))
}

// Offset returns the byte of Unescaped that the byte at offset of File.Text writes, or
// belongs to the escape of; the length of Unescaped for the end of Span. ok is false
// outside of Span and in settings. The cost is linear in the escapes.
func (s *String) Offset(offset int) (in int, ok bool) {
	p, ok := s.at()
	if !ok || offset < s.Span.Start || offset > s.Span.End {
		return 0, false
	}
	in = p.span.End
	for run := range p.piece.Map.Runs() {
		if run.File.Start > offset {
			break
		}
		in = run.Text.Start
		if run.Exact {
			in += min(offset-run.File.Start, run.Text.Len())
		} else if offset >= run.File.End {
			in = run.Text.End
		}
	}
	return min(max(in-p.span.Start, 0), p.span.Len()), true
}

// Write returns the edit of File.Text after which text stands at a span of Unescaped,
// written as the file's format writes it there. ok is false where the format cannot
// hold it, where code computes what would be overwritten, and where the edit would
// have to hold other parts of the string (base64).
func (s *String) Write(span source.Span, text string) (edit diag.Edit, ok bool) {
	p, ok := s.at()
	if !ok || p.piece.Replace != nil || span.Start < 0 || span.End > p.span.Len() || span.Start > span.End {
		return edit, false
	}
	return pieceEdit{edit: diag.Edit{Span: span.Shift(p.span.Start), NewText: text}}.inFile(p.piece)
}
