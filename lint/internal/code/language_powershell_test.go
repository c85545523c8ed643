package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadPowerShell(t *testing.T) {
	piecetest.Run(t, powershell.Read, []piecetest.Case{
		{Name: "quotes", Marked: "$env:Conn = '«it''s»'; [string]$x = \"«a`\"b\"\"c`$d`u{3d}»\"",
			Want: []piecetest.Want{piecetest.Literal("it's", "Conn"), piecetest.Literal(`a"b"c$d=`, "x")}},
		{Name: "variables", Marked: "\"«$a.b $env:c ${d e} $($f.g['«h»'])»\"",
			Want: []piecetest.Want{
				piecetest.Literal("$a.b $env:c ${d e} $($f.g['h'])", "", "$a", "$env:c", "${d e}", "$($f.g['h'])"),
				piecetest.Literal("h")}},
		{Name: "here-strings", Marked: "$x = @\"\r\n«a=\"$b\"\r\nc»\r\n\"@\n$y = @'\n«it's $z»\n'@",
			Want: []piecetest.Want{piecetest.Literal("a=\"$b\"\r\nc", "x", "$b"), piecetest.Literal("it's $z", "y")}},
		{Name: "joined", Marked: "$x = \"«a=\" + $b.c + `\n  ';d=' +\n  $e»\n\"«f»\" -f $g",
			Want: []piecetest.Want{piecetest.Literal("a={$b.c};d={$e}", "x", "{$b.c}", "{$e}"), piecetest.Literal("f")}},
		{Name: "parameters", Marked: "Tool -Uri \"«a»\" '«b»' «@help/Samples» # «c»\n@{ K = '«d»'\n '«e»' = '«f»' }",
			Want: []piecetest.Want{
				piecetest.Literal("a", "Uri"), piecetest.Literal("b"), piecetest.Literal("@help/Samples"), piecetest.Comment("c"),
				piecetest.Literal("d", "K"), piecetest.Literal("e"), piecetest.Literal("f", "e")}},
		{Name: "block comment", Marked: "<# «.SYNOPSIS\n it's» #> $x = '«a»'",
			Want: []piecetest.Want{piecetest.Comment(".SYNOPSIS\nit's"), piecetest.Literal("a", "x")}},
	})
}
