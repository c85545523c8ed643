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

// QuotedCalls adds to pieces, those of a document, the secrets that calls in running
// text and in code of no language that is named give. What stands on neighbouring
// lines, or between tags, is read together.
func QuotedCalls(pieces []piece.Piece) []piece.Piece {
	const near = 16  // pieces on either side of a call
	var called []int // in those of running text
	count := 0
	for i := range pieces {
		if p := &pieces[i]; p.Kind == piece.Plain {
			if calls.MayCall(p.Text) {
				called = append(called, count)
			}
			count++
		}
	}
	if called == nil {
		return pieces
	}
	plain := make([]piece.Piece, 0, count)
	for i := range pieces {
		if pieces[i].Kind == piece.Plain {
			plain = append(plain, pieces[i])
		}
	}
	var found []piece.Piece
	read := 0
	for _, i := range called {
		if i < read {
			continue
		}
		first := max(read, i-near)
		read = min(len(plain), i+near)
		part := piece.Join(plain[first:read], "\n")
		for _, p := range readFrom(part.Text, 0, &anyLanguage).Pieces {
			if p.Secret != schema.None {
				found = append(found, p.Through(part))
			}
		}
	}
	if found == nil {
		return pieces
	}
	pieces = append(pieces, found...)
	piece.Sort(pieces)
	return pieces
}

// anyLanguage has the literals that most languages have.
var anyLanguage = Language{
	literals: []literalStart{{`"`, quoted(`"`, &quoteEscapes, nil)}, {`'`, quoted(`'`, &quoteEscapes, nil)}, {"`", quoted("`", &quoteEscapes, nil)}},
}
