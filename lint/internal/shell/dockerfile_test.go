package shell

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadDockerfile(t *testing.T) {
	piecetest.Run(t, ReadDockerfile, []piecetest.Case{
		{Name: "values", Marked: "ENV A=\"«Data Source=$a;b»\" B=«https://c;Fed=true» \\\n  # «d»\n  C='«e»'\nARG D=«1»\nLABEL \"k\"=\"«v»\"\n",
			Want: []piecetest.Want{
				piecetest.Literal("Data Source=$a;b", "A", "$a"), piecetest.Literal("https://c;Fed=true", "B"), piecetest.Comment("d"),
				piecetest.Literal("e", "C"), piecetest.Literal("1", "D"), piecetest.Literal("v", "k")}},
		{Name: "old form", Marked: "env CONN «Data Source=a;Fed=True»\nCMD tool",
			Want: []piecetest.Want{piecetest.Literal("Data Source=a;Fed=True", "CONN")}},
		{Name: "commands", Marked: "RUN export A=\"«b»\" && \\\n # «c»\n  tool '«d»'\nCMD [\"«sh»\", \"«a\\u003d\\\"»\"]",
			Want: []piecetest.Want{
				piecetest.Literal("b", "A"), piecetest.Comment("c"), piecetest.Literal("d"),
				piecetest.Literal("sh"), piecetest.Literal(`a="`)}},
		{Name: "here-documents", Marked: "RUN <<EOF\nA='«b»'\nEOF\nCOPY «<<EOF» «/c»\n«d $e»\nEOF\nENV F=«g»",
			Want: []piecetest.Want{
				piecetest.Literal("b", "A"), piecetest.Literal("<<EOF"), piecetest.Literal("/c"), piecetest.Plain("d $e"), piecetest.Literal("g", "F")}},
		{Name: "escape directive", Marked: "# «escape=`»\nENV A=\"«C:\\b`$c»\" `\n  B=«d»",
			Want: []piecetest.Want{piecetest.Comment("escape=`"), piecetest.Literal(`C:\b$c`, "A"), piecetest.Literal("d", "B")}},
	})
}
