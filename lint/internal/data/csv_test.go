package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadCSV(t *testing.T) {
	piecetest.Run(t, format.Reader("csv"), []piecetest.Case{
		{Name: "doubled quotes", Marked: "«name»,«cs»\r\n«k»,\"«a=\"\"b, c\"\"\nd»\"\r\n «x y» ,,«z»\n", Want: []piecetest.Want{
			piecetest.Value("name"), piecetest.Value("cs"), piecetest.Value("k", "name"), piecetest.Value("a=\"b, c\"\nd", "cs"),
			piecetest.Value("x y", "name"), piecetest.Value("z")}},
		{Name: "semicolons", Marked: "«a»;«b»\n«c,d»;\"«e;f»\"\n", Want: []piecetest.Want{
			piecetest.Value("a"), piecetest.Value("b"), piecetest.Value("c,d", "a"), piecetest.Value("e;f", "b")}},
		{Name: "one column", Marked: "«a=b;c=d»\n«e=f;g=h»", Want: []piecetest.Want{
			piecetest.Value("a=b;c=d"), piecetest.Value("e=f;g=h", "a=b;c=d")}},
		{Name: "quotes that are not closed", Marked: "«a»\n«\"b»,«c»\n«\"d\"e»\n", Want: []piecetest.Want{
			piecetest.Value("a"), piecetest.Value("\"b", "a"), piecetest.Value("c"), piecetest.Value("\"d\"e", "a")}},
	})
	piecetest.Run(t, format.Reader("tsv"), []piecetest.Case{
		{Name: "tabs", Marked: "«a»\t«b»\n«c;d,e»\t\"«f\"\"g»\"", Want: []piecetest.Want{
			piecetest.Value("a"), piecetest.Value("b"), piecetest.Value("c;d,e", "a"), piecetest.Value("f\"g", "b")}},
	})
}
