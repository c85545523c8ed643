package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadJavaScript(t *testing.T) {
	piecetest.Run(t, javascript.Read, []piecetest.Case{
		{Name: "escapes", Marked: "x = '«a\\'\\x3d\\u003d\\u{3d}\\ud83d\\ude00\\d\\\nb»'",
			Want: []piecetest.Want{piecetest.Literal("a'===😀db", "x")}},
		{Name: "template", Marked: "const x: string = `«a=${b.c};\r\n${d ? `«e${f}»` : '«g»'}$h»`;",
			Want: []piecetest.Want{
				piecetest.Literal("a=${b.c};\n${d ? `e${f}` : 'g'}$h", "x", "${b.c}", "${d ? `e${f}` : 'g'}"),
				piecetest.Literal("e${f}", "", "${f}"), piecetest.Literal("g")}},
		{Name: "joined", Marked: "return \"«a=\" + await b(c) + `;»`",
			Want: []piecetest.Want{piecetest.Literal("a={b(c)};", "", "{b(c)}")}},
		{Name: "regular expressions", Marked: "a = /['\"`/]/g; b = c / d / \"«e»\".length; f(/\"/)",
			Want: []piecetest.Want{piecetest.Literal("e", "b")}},
		{Name: "no semicolons", Marked: "const a = '«b»'\nlet c = «d + 'e»'\nf.g = h ?? '«i»'",
			Want: []piecetest.Want{piecetest.Literal("b", "a"), piecetest.Literal("{d}e", "c", "{d}"), piecetest.Literal("i", "g")}},
		{Name: "members", Marked: "f({a: '«b»', \"«c»\": '«d»', e: g ? '«h»' : '«i»', ...j})",
			Want: []piecetest.Want{
				piecetest.Literal("b", "a"), piecetest.Literal("c"), piecetest.Literal("d", "c"),
				piecetest.Literal("h", "e"), piecetest.Literal("i", "e")}},
		{Name: "element text", Marked: "<p title=\"«a»\">Don't</p><p>«Use https://b;c=d &lt;e&gt;»</p>; c = '«d»'",
			Want: []piecetest.Want{piecetest.Literal("a", "title"), piecetest.Plain("Use https://b;c=d <e>"), piecetest.Literal("d", "c")}},
		{Name: "element", Marked: `x = i <n ? <A b="«c&quot;d\e»" f='«g»' h={"«i\u003d»"}>j</A> : y; z="«k&lt;»";`,
			Want: []piecetest.Want{
				piecetest.Literal(`c"d\e`, "b"), piecetest.Literal("g", "f"), piecetest.Literal("i="), piecetest.Literal("k&lt;", "z")}},
		{Name: "raw", Marked: "a = String.raw`«b\\n\\`${c}\\${d}»`",
			Want: []piecetest.Want{piecetest.Literal("b\\n\\`${c}\\${d}", "a", "${c}")}},
		{Name: "comments", Marked: "/** «a\n *\n * b» */x // «c»",
			Want: []piecetest.Want{piecetest.Comment("a\n\nb"), piecetest.Comment("c")}},
		{Name: "not closed", Marked: "x = `«a»${b",
			Want:  []piecetest.Want{piecetest.Literal("a", "x")},
			Notes: []string{"interpolation is not closed"}},
	})
}
