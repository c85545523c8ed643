package shell

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadShell(t *testing.T) {
	piecetest.Run(t, ReadShell, []piecetest.Case{
		{Name: "assignments", Marked: "export A=\"«Data Source=$b;\\$c${d}»\" E='«f\\»' G=«h\\;i»\n",
			Want: []piecetest.Want{
				piecetest.Literal("Data Source=$b;$c${d}", "A", "$b", "${d}"),
				piecetest.Literal(`f\`, "E"), piecetest.Literal("h;i", "G")}},
		{Name: "mixed word", Marked: `x='«it'\''s'$'\t\x3d'"$a»"`,
			Want: []piecetest.Want{piecetest.Literal("it's\t=$a", "x", "$a")}},
		{Name: "options", Marked: "tool --conn-string \"«a»\" -u='«b»' uri=\"«c»\" name «@help/Samples»",
			Want: []piecetest.Want{
				piecetest.Literal("a", "conn-string"), piecetest.Literal("b", "u"), piecetest.Literal("c", "uri"),
				piecetest.Literal("@help/Samples")}},
		{Name: "command substitution", Marked: "A=\"«a$(az \"«b»\" | `c '«d»'`)e»\"",
			Want: []piecetest.Want{
				piecetest.Literal("a$(az \"b\" | `c 'd'`)e", "A", "$(az \"b\" | `c 'd'`)"),
				piecetest.Literal("b"), piecetest.Literal("d")}},
		{Name: "default value", Marked: `A="${B:-«Data Source=a;Fed=True»}"`,
			Want: []piecetest.Want{piecetest.Literal("Data Source=a;Fed=True", "B")}},
		{Name: "here-documents", Marked: "cat <<A <<-'B'\n«x $y \\$z»\nA\n\t«$u»\n\tB\nexport C='«v»'",
			Want: []piecetest.Want{
				piecetest.Plain("x $y $z", "", "$y"), piecetest.Plain("$u"), piecetest.Literal("v", "C")}},
		{Name: "continued", Marked: "A=«a\\\nb» \\\n  B='«c»' # «d»\necho $((1<<2)) «e#f»",
			Want: []piecetest.Want{piecetest.Literal("ab", "A"), piecetest.Literal("c", "B"), piecetest.Comment("d"), piecetest.Literal("e#f")}},
		{Name: "not closed", Marked: "A='«b»", Want: []piecetest.Want{piecetest.Literal("b", "A")},
			Notes: []string{"string literal is not closed"}},
	})
}
