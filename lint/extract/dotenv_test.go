package extract

import "testing"

func TestReadDotenv(t *testing.T) {
	runPieceCases(t, ReadDotenv, []pieceCase{
		{"bare", "A=«Data Source=x;Fed=True» #« c»\nexport B = «y#z»\n", []wantPiece{
			{Value, "Data Source=x;Fed=True", "A", nil}, {Comment, " c", "", nil}, {Value, "y#z", "B", nil}}, nil},
		{"double quotes", `A="«x\"\n\$y\q»" #« c»`, []wantPiece{{Value, "x\"\n$y\\q", "A", nil}, {Comment, " c", "", nil}}, nil},
		{"single quotes", `A='«x\n$y»'`, []wantPiece{{Value, `x\n$y`, "A", nil}}, nil},
		{"expansions", "A=«a${B}c$D_1;$5»\nE=\"«${F:-g}\\${h}»\"", []wantPiece{
			{Value, "a${B}c$D_1;$5", "A", []string{"${B}", "$D_1"}}, {Value, "${F:-g}${h}", "E", []string{"${F:-g}"}}}, nil},
		{"over lines", "A=\"«x\ny»\"\r\nB=«z»\r\n", []wantPiece{{Value, "x\ny", "A", nil}, {Value, "z", "B", nil}}, nil},
		{"empty", "A=«»\nB=\"«»\"", []wantPiece{{Value, "", "A", nil}, {Value, "", "B", nil}}, nil},
		{"comment and other text", "#« c»\n«no pair»\n", []wantPiece{{Comment, " c", "", nil}, {Plain, "no pair", "", nil}}, nil},
		{"quote that is not closed", "«A=\"x»\n«B=y»", []wantPiece{{Plain, "A=\"x", "", nil}, {Plain, "B=y", "", nil}},
			[]string{"not a valid dotenv file: read as plain text"}},
	})
}
