package format

import (
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/data"
)

// readJSON reads JSON. The values that are expressions of Azure Resource Manager or Data Factory
// are read as those: their literals under the value's key.
func readJSON(text string) piece.File {
	f := data.ReadJSON(text)
	var pieces []piece.Piece // nil while there is no expression
	for i, p := range f.Pieces {
		if p.Kind != piece.Value || !code.IsTemplateExpression(p.Text) {
			if pieces != nil {
				pieces = append(pieces, p)
			}
			continue
		}
		if pieces == nil {
			pieces = append(pieces, f.Pieces[:i]...)
		}
		for _, inner := range code.ReadTemplateExpression(p.Text).Through(p).Pieces {
			if inner.Key == "" {
				inner.Key, inner.KeySpan = p.Key, p.KeySpan
			}
			pieces = append(pieces, inner)
		}
	}
	if pieces != nil {
		f.Pieces = pieces
	}
	return f
}
