package code_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, marked string
		want             []piecetest.Want
	}{
		{"c", "auto s = \"«a\\x3d\"\n  \"b;»\" KEY L\"«c»\"; // «d»\n", []piecetest.Want{
			piecetest.Literal("a=b;", "s"), piecetest.Literal("c"), piecetest.Comment("d")}},
		{"dart", `final s = '«a=$b;${c.d}»';`, []piecetest.Want{piecetest.Literal("a=$b;${c.d}", "s", "$b", "${c.d}")}},
		{"fsharp", `let f' (x: 'a) = "«a=" + x» (* «c» *)`, []piecetest.Want{piecetest.Literal("a={x}", "", "{x}"), piecetest.Comment("c")}},
		{"groovy", "def s = '«a$b»'\next.t = \"«c=${d}»\"", []piecetest.Want{piecetest.Literal("a$b", "s"), piecetest.Literal("c=${d}", "t", "${d}")}},
		{"lua", "local s = «a .. '=b' .. c» -- «d»\n", []piecetest.Want{piecetest.Literal("{a}=b{c}", "s", "{a}", "{c}"), piecetest.Comment("d")}},
		{"php", `$s = "«a={$b}c»«"; $t = ['»«k»' => '«x'.$y»];`, []piecetest.Want{
			piecetest.Literal("a={$b}c", "s", "$b"), piecetest.Plain(`"; $t = ['`), piecetest.Literal("k"), piecetest.Literal("x{$y}", "k", "{$y}")}},
		{"r", "x <- paste0(\"«a=\", b») # «c»", []piecetest.Want{piecetest.Literal("a={b}", "x", "{b}"), piecetest.Comment("c")}},
		{"ruby", "s = \"«a=#{b}»\" # «it's»\nt = '«c\\'»'", []piecetest.Want{
			piecetest.Literal("a=#{b}", "s", "#{b}"), piecetest.Comment("it's"), piecetest.Literal("c'", "t")}},
		{"swift", `let s = "«a=\(b.c)d»"`, []piecetest.Want{piecetest.Literal(`a=\(b.c)d`, "s", `\(b.c)`)}},
		{"vb", "Dim s As String = \"«a=\"\"b\"\";\" & c»\n' «don't»\n", []piecetest.Want{piecetest.Literal(`a="b";{c}`, "s", "{c}"), piecetest.Comment("don't")}},
		{"php", "<p>don't</p>\n<?php $s = <<<X\n«https://a;c=d»\nX;\n", []piecetest.Want{piecetest.Literal("https://a;c=d", "s")}},
		{"dib", "«#!fsharp»\nlet a = \"«b»\"\n«#!markdown»\n«Use» `«c»`\n", []piecetest.Want{
			piecetest.Plain("#!fsharp"), piecetest.Literal("b", "a"), piecetest.Plain("#!markdown"), piecetest.Plain("Use"), piecetest.Plain("c")}},
	} {
		piecetest.Run(t, format.Reader(c.language), []piecetest.Case{{Name: c.language, Marked: c.marked, Want: c.want}})
	}
}
