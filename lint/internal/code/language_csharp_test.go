package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadCSharp(t *testing.T) {
	piecetest.Run(t, csharp.Read, []piecetest.Case{
		{Name: "regular", Marked: `x = "«a\"\u003d\x41\U0001F600\0»";`,
			Want: []piecetest.Want{piecetest.Literal("a\"=A😀\x00", "x")}},
		{Name: "verbatim", Marked: `o.Conn = @"«C:\x ""q""»";`,
			Want: []piecetest.Want{piecetest.Literal(`C:\x "q"`, "Conn")}},
		{Name: "interpolated", Marked: `x = $"«Data Source={uri};{{k}}\u003d{d:'T'HH}»";`,
			Want: []piecetest.Want{piecetest.Literal("Data Source={uri};{k}={d:'T'HH}", "x", "{uri}", "{d:'T'HH}")}},
		{Name: "literals in a hole", Marked: `x = $"«a{(b ? "«c»" : "«d»")}e»";`,
			Want: []piecetest.Want{
				piecetest.Literal(`a{(b ? "c" : "d")}e`, "x", `{(b ? "c" : "d")}`),
				piecetest.Literal("c"), piecetest.Literal("d")}},
		{Name: "raw lines", Marked: "x = \"\"\"\n    «a \"b\"\n      c»\n    \"\"\";",
			Want: []piecetest.Want{piecetest.Literal("a \"b\"\n  c", "x")}},
		{Name: "raw line", Marked: `x = """"«a """ b»"""";`,
			Want: []piecetest.Want{piecetest.Literal(`a """ b`, "x")}},
		{Name: "raw interpolated", Marked: `x = $$"""«a{b}{{c.d:N}}e»""";`,
			Want: []piecetest.Want{piecetest.Literal("a{b}{{c.d:N}}e", "x", "{{c.d:N}}")}},
		{Name: "joined", Marked: `x = "«a=" + b.C("«in»") + ';' + @"c»";`,
			Want: []piecetest.Want{
				piecetest.Literal(`a={b.C("in")};c`, "x", `{b.C("in")}`),
				piecetest.Literal("in")}},
		{Name: "operand first", Marked: `return «uri + ";Fed=True»";`,
			Want: []piecetest.Want{piecetest.Literal("{uri};Fed=True", "", "{uri}")}},
		{Name: "long operand", Marked: `x = "«a" + Configuration.Values[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] + "b»";`,
			Want: []piecetest.Want{piecetest.Literal("a{Configuration.Values}b", "x", "{Configuration.Values}")}},
		{Name: "in brackets", Marked: `x = ("«a" + b) + "c»";`,
			Want: []piecetest.Want{piecetest.Literal("a{b}c", "x", "{b}")}},
		{Name: "named argument", Marked: `F(uri: "«a»", "«b»");`,
			Want: []piecetest.Want{piecetest.Literal("a", "uri"), piecetest.Literal("b")}},
		{Name: "choice", Marked: `string? x = a ? "«b»" : "«c»";`,
			Want: []piecetest.Want{piecetest.Literal("b", "x"), piecetest.Literal("c", "x")}},
		{Name: "index", Marked: `d["«k»"] = "«v»";`,
			Want: []piecetest.Want{piecetest.Literal("k"), piecetest.Literal("v", "k")}},
		{Name: "comments", Marked: "/// «<b>a</b>»\n/* «b\n * c» */ // «kustoconn:ignore KCS501 -- x»\n",
			Want: []piecetest.Want{piecetest.Comment("<b>a</b>"), piecetest.Comment("b\nc"), piecetest.Comment("kustoconn:ignore KCS501 -- x")}},
		{Name: "references", Marked: "/// «a &lt;b&gt; c»\n// «d &lt;»\n",
			Want: []piecetest.Want{piecetest.Comment("a <b> c"), piecetest.Comment("d &lt;")}},
		{Name: "directive", Marked: "#region Don't\nx = \"«a»\";",
			Want: []piecetest.Want{piecetest.Literal("a", "x")}},
		{Name: "not closed", Marked: "x = \"«a»\ny = \"«b»\";",
			Want:  []piecetest.Want{piecetest.Literal("a", "x"), piecetest.Literal("b", "y")},
			Notes: []string{"string literal is not closed on its line"}},
		{Name: "hole not closed", Marked: "x = $\"«a»{b;\ny = \"«c»\";",
			Want:  []piecetest.Want{piecetest.Literal("a", "x"), piecetest.Literal("c", "y")},
			Notes: []string{"interpolation is not closed"}},
	})
}
