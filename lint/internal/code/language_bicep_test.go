package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadBicep(t *testing.T) {
	piecetest.Run(t, bicep.Read, []piecetest.Case{
		{Name: "escapes", Marked: `param x string = '«a\'\${b}\u{3d}»' // «c»`,
			Want: []piecetest.Want{piecetest.Literal("a'${b}=", "x"), piecetest.Comment("c")}},
		{Name: "interpolated", Marked: "var x = '«a=${b.c['«d»']};${e ? '«f»' : ''}»'",
			Want: []piecetest.Want{
				piecetest.Literal("a=${b.c['d']};${e ? 'f' : ''}", "x", "${b.c['d']}", "${e ? 'f' : ''}"),
				piecetest.Literal("d"), piecetest.Literal("f")}},
		{Name: "lines", Marked: "x: '''\n«it's ${a}\n»'''", Want: []piecetest.Want{piecetest.Literal("it's ${a}\n", "x")}},
		{Name: "array", Marked: "a: [\n  '«b»'\n  '«c»'\n]\nd: '«e»'\n",
			Want: []piecetest.Want{piecetest.Literal("b"), piecetest.Literal("c"), piecetest.Literal("e", "d")}},
		{Name: "not closed", Marked: "a: '«b»\nc: '«d»'",
			Want:  []piecetest.Want{piecetest.Literal("b", "a"), piecetest.Literal("d", "c")},
			Notes: []string{"string literal is not closed on its line"}},
	})
}
