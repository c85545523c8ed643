package extract

import "testing"

func TestReadOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, marked string
		want             []wantPiece
	}{
		{"c", "auto s = \"«a\\x3d\"\n  \"b;»\" KEY L\"«c»\"; // «d»\n", []wantPiece{
			{Literal, "a=b;", "s", nil}, {Literal, "c", "", nil}, {Comment, "d", "", nil}}},
		{"dart", `final s = '«a=$b;${c.d}»';`, []wantPiece{{Literal, "a=$b;${c.d}", "s", []string{"$b", "${c.d}"}}}},
		{"fsharp", `let f' (x: 'a) = "«a=" + x» (* «c» *)`, []wantPiece{{Literal, "a={x}", "", []string{"{x}"}}, {Comment, "c", "", nil}}},
		{"groovy", "def s = '«a$b»'\next.t = \"«c=${d}»\"", []wantPiece{{Literal, "a$b", "s", nil}, {Literal, "c=${d}", "t", []string{"${d}"}}}},
		{"lua", "local s = «a .. '=b' .. c» -- «d»\n", []wantPiece{{Literal, "{a}=b{c}", "s", []string{"{a}", "{c}"}}, {Comment, "d", "", nil}}},
		{"php", `$s = "«a={$b}c»«"; $t = ['»«k»' => '«x'.$y»];`, []wantPiece{
			{Literal, "a={$b}c", "s", []string{"$b"}}, {Plain, `"; $t = ['`, "", nil}, {Literal, "k", "", nil}, {Literal, "x{$y}", "k", []string{"{$y}"}}}},
		{"r", "x <- paste0(\"«a=»\", b) # «c»", []wantPiece{{Literal, "a=", "", nil}, {Comment, "c", "", nil}}},
		{"ruby", "s = \"«a=#{b}»\" # «it's»\nt = '«c\\'»'", []wantPiece{
			{Literal, "a=#{b}", "s", []string{"#{b}"}}, {Comment, "it's", "", nil}, {Literal, "c'", "t", nil}}},
		{"swift", `let s = "«a=\(b.c)d»"`, []wantPiece{{Literal, `a=\(b.c)d`, "s", []string{`\(b.c)`}}}},
		{"vb", "Dim s As String = \"«a=\"\"b\"\";\" & c»\n' «don't»\n", []wantPiece{{Literal, `a="b";{c}`, "String", []string{"{c}"}}, {Comment, "don't", "", nil}}},
		{"php", "<p>don't</p>\n<?php $s = <<<X\n«https://a;c=d»\nX;\n", []wantPiece{{Plain, "https://a;c=d", "", nil}}},
		{"dib", "«#!fsharp»\nlet a = \"«b»\"\n«#!markdown»\n«Use» `«c»`\n", []wantPiece{
			{Plain, "#!fsharp", "", nil}, {Literal, "b", "a", nil}, {Plain, "#!markdown", "", nil}, {Plain, "Use", "", nil}, {Plain, "c", "", nil}}},
	} {
		runPieceCases(t, LanguageReader(c.language), []pieceCase{{name: c.language, marked: c.marked, want: c.want}})
	}
}
