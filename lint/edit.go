package lint

import "kustoconn/diag"

// pieceEdit is an edit of a piece's unescaped text.
type pieceEdit struct {
	piece int
	edit  diag.Edit
}

// inFile returns the edit as one of the file's bytes; ok is false where the
// format cannot hold the new text there, and where the program that the file
// is computes what would be edited.
func (e pieceEdit) inFile(p *piece) (mapped diag.Edit, ok bool) {
	for _, h := range p.Holes {
		if h.Overlaps(e.edit.Span) || h.Start < e.edit.Span.Start && e.edit.Span.Start < h.End {
			return mapped, false
		}
	}
	mapped = diag.Edit{Span: p.Map.Span(e.edit.Span), NewText: e.edit.NewText, Safe: e.edit.Safe}
	if p.Escape == nil || mapped.NewText == "" {
		return mapped, true
	}
	if escaped, ok := p.Escape(mapped.NewText); ok {
		mapped.NewText = escaped
		return mapped, true
	}
	return mapped, p.Bare
}
