package extract

import "testing"

func TestReadShell(t *testing.T) {
	runPieceCases(t, ReadShell, []pieceCase{
		{name: "assignments", marked: "export A=\"«Data Source=$b;\\$c${d}»\" E='«f\\»' G=«h\\;i»\n",
			want: []wantPiece{
				{Literal, "Data Source=$b;$c${d}", "A", []string{"$b", "${d}"}},
				{Literal, `f\`, "E", nil}, {Literal, "h;i", "G", nil}}},
		{name: "mixed word", marked: `x='«it'\''s'$'\t\x3d'"$a»"`,
			want: []wantPiece{{Literal, "it's\t=$a", "x", []string{"$a"}}}},
		{name: "options", marked: "tool --conn-string \"«a»\" -u='«b»' uri=\"«c»\" name «@help/Samples»",
			want: []wantPiece{
				{Literal, "a", "conn-string", nil}, {Literal, "b", "u", nil}, {Literal, "c", "uri", nil},
				{Literal, "@help/Samples", "", nil}}},
		{name: "command substitution", marked: "A=\"«a$(az \"«b»\" | `c '«d»'`)e»\"",
			want: []wantPiece{
				{Literal, "a$(az \"b\" | `c 'd'`)e", "A", []string{"$(az \"b\" | `c 'd'`)"}},
				{Literal, "b", "", nil}, {Literal, "d", "", nil}}},
		{name: "default value", marked: `A="${B:-«Data Source=a;Fed=True»}"`,
			want: []wantPiece{{Literal, "Data Source=a;Fed=True", "B", nil}}},
		{name: "here-documents", marked: "cat <<A <<-'B'\n«x $y \\$z»\nA\n\t«$u»\n\tB\nexport C='«v»'",
			want: []wantPiece{
				{Plain, "x $y $z", "", []string{"$y"}}, {Plain, "$u", "", nil}, {Literal, "v", "C", nil}}},
		{name: "continued", marked: "A=«a\\\nb» \\\n  B='«c»' # «d»\necho $((1<<2)) «e#f»",
			want: []wantPiece{{Literal, "ab", "A", nil}, {Literal, "c", "B", nil}, {Comment, "d", "", nil}, {Literal, "e#f", "", nil}}},
		{name: "not closed", marked: "A='«b»", want: []wantPiece{{Literal, "b", "A", nil}},
			notes: []string{"string literal is not closed"}},
	})
}
