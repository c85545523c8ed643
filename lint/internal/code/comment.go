package code

import (
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/schema"
)

// addQuotedCalls adds the secrets that calls in comments give: code that was put out
// of use is read by people all the same.
func addQuotedCalls(f *piece.File, l *Language) {
	var found []piece.Piece
	for i := range f.Pieces {
		p := &f.Pieces[i]
		if p.Kind != piece.Comment || !calls.MayCall(p.Text) {
			continue
		}
		for _, quoted := range readFrom(p.Text, 0, l).Pieces {
			if quoted.Secret != schema.None {
				found = append(found, quoted.Through(*p))
			}
		}
	}
	if len(found) > 0 {
		f.Pieces = append(f.Pieces, found...)
		piece.Sort(f.Pieces)
	}
}
