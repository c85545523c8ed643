package extract

import "testing"

func TestReadPython(t *testing.T) {
	runPieceCases(t, ReadPython, []pieceCase{
		{name: "escapes", marked: "x = '«a\\'\\x3d\\75\\u003d\\U0001F600\\d\\\nb\\N{DASH}»'",
			want: []wantPiece{{Literal, `a'===😀\db\N{DASH}`, "x", nil}}},
		{name: "bytes", marked: `x = b"«\xff\u0041»"`, want: []wantPiece{{Literal, "\xff\\u0041", "x", nil}}},
		{name: "raw", marked: `x = r'«a\'\d»'`, want: []wantPiece{{Literal, `a\'\d`, "x", nil}}},
		{name: "triple", marked: "def f():\n  '''«a \"b\" 'c'\r\nd»'''",
			want: []wantPiece{{Literal, "a \"b\" 'c'\nd", "", nil}}},
		{name: "formatted", marked: `x = f'«Data Source={d['«k»']!r:>{w}};{{a}}»'`,
			want: []wantPiece{
				{Literal, "Data Source={d};{a}", "x", []string{"{d}"}},
				{Literal, "k", "", nil}}},
		{name: "adjacent", marked: "x: str = ('«a;' # «c»\n  rf\"b={c}\\d\" + e»)\n'«f»'",
			want: []wantPiece{
				{Literal, `a;b={c}\d{e}`, "x", []string{"{c}", "{e}"}},
				{Comment, "c", "", nil}, {Literal, "f", "", nil}}},
		{name: "lines", marked: "'«a»'\n'«b'\\\n'c»'",
			want: []wantPiece{{Literal, "a", "", nil}, {Literal, "bc", "", nil}}},
		{name: "names", marked: "os.environ['«K»'] = '«v»'; f(cs='«a»' if b else '«c»', d={'«e»': g or '«h»'})",
			want: []wantPiece{
				{Literal, "K", "", nil}, {Literal, "v", "K", nil}, {Literal, "a", "cs", nil}, {Literal, "c", "cs", nil},
				{Literal, "e", "", nil}, {Literal, "h", "e", nil}}},
		{name: "format call", marked: "x = ('«a={0};'\n 'b={1}»').format('«c»', d)",
			want: []wantPiece{{Literal, "a={0};b={1}", "x", nil}, {Literal, "c", "", nil}}},
		{name: "not closed", marked: "x = '«a»\ny = '''«b»",
			want:  []wantPiece{{Literal, "a", "x", nil}, {Literal, "b", "y", nil}},
			notes: []string{"string literal is not closed on its line", "string literal is not closed"}},
	})
}
