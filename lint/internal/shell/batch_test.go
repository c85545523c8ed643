package shell

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadBatch(t *testing.T) {
	piecetest.Run(t, ReadBatch, []piecetest.Case{
		{Name: "set", Marked: "@set \"X=«Data Source=%URI%;100%%»\"\r\nSET /p Y=«a^&b» & set Z=\"«c»\"\r\nif x (set W=«d»)\r\n",
			Want: []piecetest.Want{
				piecetest.Literal("Data Source=%URI%;100%", "X", "%URI%"), piecetest.Literal("a&b", ""),
				piecetest.Literal("c", "Z"), piecetest.Literal("d", "W")}},
		{Name: "arguments", Marked: `LightIngest "«https://a;Fed=True»" «-database:%1» -s:"«b;c»" plain`,
			Want: []piecetest.Want{
				piecetest.Literal("https://a;Fed=True"), piecetest.Literal("-database:%1", "", "%1"), piecetest.Literal("b;c", "s")}},
		{Name: "comments", Marked: "REM «a»\r\n  :: «b»\r\nremark",
			Want: []piecetest.Want{piecetest.Comment("a"), piecetest.Comment("b")}},
		{Name: "not closed", Marked: "tool \"«a»\r\ntool \"«b»\"",
			Want:  []piecetest.Want{piecetest.Literal("a"), piecetest.Literal("b")},
			Notes: []string{"quoted argument is not closed on its line"}},
	})
}
