package lint

import (
	"kustoconn/diag"
	"kustoconn/source"
)

// pieceEdit is an edit of a piece's unescaped text.
type pieceEdit struct {
	piece int
	edit  diag.Edit
}

// inFile returns the edit as one of the file's bytes; ok is false where the
// format cannot hold the new text there, and where the program that the file
// is computes what would be edited.
func (e pieceEdit) inFile(p *filePiece) (mapped diag.Edit, ok bool) {
	for _, h := range p.HolesNear(e.edit.Span) {
		if h.Overlaps(e.edit.Span) || h.Start < e.edit.Span.Start && e.edit.Span.Start < h.End {
			return mapped, false
		}
	}
	mapped.Safe = e.edit.Safe
	mapped.Span, mapped.NewText, ok = p.Write(e.edit.Span, e.edit.NewText)
	return mapped, ok
}

// joined returns one edit that does what edits of text do together, for pieces
// of which no two parts can be written over at once.
func joined(text string, edits []diag.Edit) []diag.Edit {
	if len(edits) < 2 {
		return edits
	}
	edited, err := diag.Apply(text, edits)
	if err != nil {
		return nil
	}
	start, end := extent(edits)
	all := diag.Edit{Span: source.Span{Start: start, End: end}, NewText: edited[start : len(edited)-(len(text)-end)], Safe: true}
	for _, e := range edits {
		all.Safe = all.Safe && e.Safe
	}
	return []diag.Edit{all}
}
