package shell_test

import (
	"testing"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/shell"
)

func TestReadMakefile(t *testing.T) {
	piecetest.Run(t, shell.ReadMakefile, []piecetest.Case{
		{Name: "recipe", Marked: "«a: b»\n\t@f '«c$$d»' \"«$(E)x»\"\n\t-g \\\n\t  '«h»'", Want: []piecetest.Want{
			piecetest.Plain("a: b"), piecetest.Literal("c$d"), piecetest.Literal("$(E)x", "", "$(E)"), piecetest.Literal("h")}},
		{Name: "values", Marked: "export A ?= «b;c=$$d$(E)» # «f»\nt: G := «h \\\n  i\\#j»\nK = «\"l\"»\n# «m»\n", Want: []piecetest.Want{
			piecetest.Value("b;c=$d$(E)", "A", "$(E)"), piecetest.Comment("f"), piecetest.Value("h i#j", "G"), {Kind: piece.Plain, Text: `"l"`, Key: "K"}, piecetest.Comment("m")}},
		{Name: "other lines", Marked: "«$(info a=$$b)»\n«ifeq ($(C),d)»\n", Want: []piecetest.Want{
			piecetest.Plain("$(info a=$b)"), piecetest.Plain("ifeq ($(C),d)", "", "$(C)")}},
	})
}
