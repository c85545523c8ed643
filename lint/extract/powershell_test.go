package extract

import "testing"

func TestReadPowerShell(t *testing.T) {
	runPieceCases(t, ReadPowerShell, []pieceCase{
		{name: "quotes", marked: "$env:Conn = '«it''s»'; [string]$x = \"«a`\"b\"\"c`$d`u{3d}»\"",
			want: []wantPiece{{Literal, "it's", "Conn", nil}, {Literal, `a"b"c$d=`, "x", nil}}},
		{name: "variables", marked: "\"«$a.b $env:c ${d e} $($f.g['«h»'])»\"",
			want: []wantPiece{
				{Literal, "$a.b $env:c ${d e} $($f.g['h'])", "", []string{"$a", "$env:c", "${d e}", "$($f.g['h'])"}},
				{Literal, "h", "", nil}}},
		{name: "here-strings", marked: "$x = @\"\r\n«a=\"$b\"\r\nc»\r\n\"@\n$y = @'\n«it's $z»\n'@",
			want: []wantPiece{{Literal, "a=\"$b\"\r\nc", "x", []string{"$b"}}, {Literal, "it's $z", "y", nil}}},
		{name: "joined", marked: "$x = \"«a=\" + $b.c + `\n  ';d=' +\n  $e»\n\"«f»\" -f $g",
			want: []wantPiece{{Literal, "a={$b.c};d={$e}", "x", []string{"{$b.c}", "{$e}"}}, {Literal, "f", "", nil}}},
		{name: "parameters", marked: "Tool -Uri \"«a»\" '«b»' «@help/Samples» # «c»\n@{ K = '«d»'\n '«e»' = '«f»' }",
			want: []wantPiece{
				{Literal, "a", "Uri", nil}, {Literal, "b", "", nil}, {Literal, "@help/Samples", "", nil}, {Comment, "c", "", nil},
				{Literal, "d", "K", nil}, {Literal, "e", "", nil}, {Literal, "f", "e", nil}}},
		{name: "block comment", marked: "<# «.SYNOPSIS\n it's» #> $x = '«a»'",
			want: []wantPiece{{Comment, ".SYNOPSIS\nit's", "", nil}, {Literal, "a", "x", nil}}},
	})
}
