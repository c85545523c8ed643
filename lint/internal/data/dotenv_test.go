package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadDotenv(t *testing.T) {
	piecetest.Run(t, ReadDotenv, []piecetest.Case{
		{Name: "bare", Marked: "A=«Data Source=x;Fed=True» #« c»\nexport B = «y#z»\n", Want: []piecetest.Want{
			piecetest.Value("Data Source=x;Fed=True", "A"), piecetest.Comment(" c"), piecetest.Value("y#z", "B")}},
		{Name: "double quotes", Marked: `A="«x\"\n\$y\q»" #« c»`, Want: []piecetest.Want{piecetest.Value("x\"\n$y\\q", "A"), piecetest.Comment(" c")}},
		{Name: "single quotes", Marked: `A='«x\n$y»'`, Want: []piecetest.Want{piecetest.Value(`x\n$y`, "A")}},
		{Name: "a secret that starts with a dollar", Marked: `A=«$Zq7Yw9Kx;$B»`, Want: []piecetest.Want{piecetest.Value("$Zq7Yw9Kx;$B", "A", "$B")}},
		{Name: "expansions", Marked: "A=«a${B}c$D_1;$5»\nE=\"«${F:-g}\\${h}»\"", Want: []piecetest.Want{
			piecetest.Value("a${B}c$D_1;$5", "A", "${B}", "$D_1"), piecetest.Value("${F:-g}${h}", "E", "${F:-g}")}},
		{Name: "over lines", Marked: "A=\"«x\ny»\"\r\nB=«z»\r\n", Want: []piecetest.Want{piecetest.Value("x\ny", "A"), piecetest.Value("z", "B")}},
		{Name: "empty", Marked: "A=«»\nB=\"«»\"", Want: []piecetest.Want{piecetest.Value("", "A"), piecetest.Value("", "B")}},
		{Name: "comment and other text", Marked: "#« c»\n«no pair»\n", Want: []piecetest.Want{piecetest.Comment(" c"), piecetest.Plain("no pair")}},
		{Name: "quote that is not closed", Marked: "«A=\"x»\n«B=y»", Want: []piecetest.Want{piecetest.Plain("A=\"x"), piecetest.Plain("B=y")},
			Notes: []string{"not a valid dotenv file: read as plain text"}},
	})
}
