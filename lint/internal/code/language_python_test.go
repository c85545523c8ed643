package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadPython(t *testing.T) {
	piecetest.Run(t, python.Read, []piecetest.Case{
		{Name: "escapes", Marked: "x = '«a\\'\\x3d\\75\\u003d\\U0001F600\\d\\\nb\\N{DASH}»'",
			Want: []piecetest.Want{piecetest.Literal(`a'===😀\db\N{DASH}`, "x")}},
		{Name: "bytes", Marked: `x = b"«\xff\u0041»"`, Want: []piecetest.Want{piecetest.Literal("\xff\\u0041", "x")}},
		{Name: "raw", Marked: `x = r'«a\'\d»'`, Want: []piecetest.Want{piecetest.Literal(`a\'\d`, "x")}},
		{Name: "triple", Marked: "def f():\n  '''«a \"b\" 'c'\r\nd»'''",
			Want: []piecetest.Want{piecetest.Literal("a \"b\" 'c'\nd")}},
		{Name: "formatted", Marked: `x = f'«Data Source={d['«k»']!r:>{w}};{{a}}»'`,
			Want: []piecetest.Want{
				piecetest.Literal("Data Source={d['k']!r:>{w}};{a}", "x", "{d['k']!r:>{w}}"),
				piecetest.Literal("k")}},
		{Name: "adjacent", Marked: "x: str = ('«a;' # «c»\n  rf\"b={c}\\d\" + e»)\n'«f»'",
			Want: []piecetest.Want{
				piecetest.Literal(`a;b={c}\d{e}`, "x", "{c}", "{e}"),
				piecetest.Comment("c"), piecetest.Literal("f")}},
		{Name: "lines", Marked: "'«a»'\n'«b'\\\n'c»'",
			Want: []piecetest.Want{piecetest.Literal("a"), piecetest.Literal("bc")}},
		{Name: "names", Marked: "os.environ['«K»'] = '«v»'; f(cs='«a»' if b else '«c»', d={'«e»': g or '«h»'})",
			Want: []piecetest.Want{
				piecetest.Literal("K"), piecetest.Literal("v", "K"), piecetest.Literal("a", "cs"), piecetest.Literal("c", "cs"),
				piecetest.Literal("e"), piecetest.Literal("h", "e")}},
		{Name: "format call", Marked: "x = ('«a={0};'\n 'b={1}»').format('«c»', d)",
			Want: []piecetest.Want{piecetest.Literal("a={0};b={1}", "x"), piecetest.Literal("c")}},
		{Name: "annotations", Marked: "a: '«A»' = None\nb: '«B»'\nc: '«C»' = '«c»'\nd: list['«D»'] = '«d»'\ne = {e: '«e»'}\ndef f(g: '«G»', h: '«H»' = '«h»'): '«i»'\nelse: j = '«j»'",
			Want: []piecetest.Want{
				piecetest.Literal("A"), piecetest.Literal("B"), piecetest.Literal("C"), piecetest.Literal("c", "c"),
				piecetest.Literal("D"), piecetest.Literal("d", "d"), piecetest.Literal("e", "e"),
				piecetest.Literal("G"), piecetest.Literal("H"), piecetest.Literal("h", "h"), piecetest.Literal("i"), piecetest.Literal("j", "j")}},
		{Name: "not closed", Marked: "x = '«a»\ny = '''«b»",
			Want:  []piecetest.Want{piecetest.Literal("a", "x"), piecetest.Literal("b", "y")},
			Notes: []string{"string literal is not closed on its line", "string literal is not closed"}},
	})
}
