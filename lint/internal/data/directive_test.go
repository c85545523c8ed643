package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadDirectives(t *testing.T) {
	piecetest.Run(t, format.Reader("ini"), []piecetest.Case{
		{Name: "nginx", Marked: "«http { param K »'«a=b;\\'c\\\\d»'«; } »#« e»\n", Want: []piecetest.Want{
			piecetest.Plain("http { param K "), piecetest.Value(`a=b;'c\d`, "K"), piecetest.Plain("; } "), piecetest.Comment(" e")}},
		{Name: "Apache", Marked: "«SetEnv K »\"«a=b»\"\n", Want: []piecetest.Want{piecetest.Plain("SetEnv K "), piecetest.Value("a=b", "K")}},
		{Name: "Spark", Marked: "s.k   «Data Source=x;Fed=True»\ns.l \t«a=b»\n", Want: []piecetest.Want{
			piecetest.Value("Data Source=x;Fed=True", "s.k"), piecetest.Value("a=b", "s.l")}},
		{Name: "a string behind a blank", Marked: "k «Data Source=x;Fed=True»\nData Source = «x;y»\n", Want: []piecetest.Want{
			piecetest.Value("Data Source=x;Fed=True", "k"), piecetest.Value("x;y", "Data Source")}},
		{Name: "comments behind values", Marked: "a = «b;c» ;« d»\ne = \"«f ; g»\" #« h»\ni = «j ; k=l»\nm = «n #o»\n", Want: []piecetest.Want{
			piecetest.Value("b;c", "a"), piecetest.Comment(" d"), piecetest.Value("f ; g", "e"), piecetest.Comment(" h"),
			piecetest.Value("j ; k=l", "i"), piecetest.Value("n #o", "m")}},
	})
}
