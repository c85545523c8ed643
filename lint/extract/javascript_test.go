package extract

import "testing"

func TestReadJavaScript(t *testing.T) {
	runPieceCases(t, ReadJavaScript, []pieceCase{
		{name: "escapes", marked: "x = '«a\\'\\x3d\\u003d\\u{3d}\\ud83d\\ude00\\d\\\nb»'",
			want: []wantPiece{{Literal, "a'===😀db", "x", nil}}},
		{name: "template", marked: "const x: string = `«a=${b.c};\r\n${d ? `«e${f}»` : '«g»'}$h»`;",
			want: []wantPiece{
				{Literal, "a=${b.c};\n${d}$h", "x", []string{"${b.c}", "${d}"}},
				{Literal, "e${f}", "", []string{"${f}"}}, {Literal, "g", "", nil}}},
		{name: "joined", marked: "return \"«a=\" + await b(c) + `;»`",
			want: []wantPiece{{Literal, "a={b(c)};", "", []string{"{b(c)}"}}}},
		{name: "regular expressions", marked: "a = /['\"`/]/g; b = c / d / \"«e»\".length; f(/\"/)",
			want: []wantPiece{{Literal, "e", "b", nil}}},
		{name: "no semicolons", marked: "const a = '«b»'\nlet c = «d + 'e»'\nf.g = h ?? '«i»'",
			want: []wantPiece{{Literal, "b", "a", nil}, {Literal, "{d}e", "c", []string{"{d}"}}, {Literal, "i", "g", nil}}},
		{name: "members", marked: "f({a: '«b»', \"«c»\": '«d»', e: g ? '«h»' : '«i»', ...j})",
			want: []wantPiece{
				{Literal, "b", "a", nil}, {Literal, "c", "", nil}, {Literal, "d", "c", nil},
				{Literal, "h", "e", nil}, {Literal, "i", "e", nil}}},
		{name: "element text", marked: "<p title=\"«a»\">Don't</p><p>«Use https://b;c=d &lt;e&gt;»</p>; c = '«d»'",
			want: []wantPiece{{Literal, "a", "title", nil}, {Plain, "Use https://b;c=d <e>", "", nil}, {Literal, "d", "c", nil}}},
		{name: "raw", marked: "a = String.raw`«b\\n\\`${c}\\${d}»`",
			want: []wantPiece{{Literal, "b\\n\\`${c}\\${d}", "a", []string{"${c}"}}}},
		{name: "comments", marked: "/** «a\n *\n * b» */x // «c»",
			want: []wantPiece{{Comment, "a\n\nb", "", nil}, {Comment, "c", "", nil}}},
		{name: "not closed", marked: "x = `«a»${b",
			want:  []wantPiece{{Literal, "a", "x", nil}},
			notes: []string{"interpolation is not closed"}},
	})
}
