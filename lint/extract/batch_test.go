package extract

import "testing"

func TestReadBatch(t *testing.T) {
	runPieceCases(t, ReadBatch, []pieceCase{
		{name: "set", marked: "@set \"X=«Data Source=%URI%;100%%»\"\r\nSET /p Y=«a^&b» & set Z=\"«c»\"\r\nif x (set W=«d»)\r\n",
			want: []wantPiece{
				{Literal, "Data Source=%URI%;100%", "X", []string{"%URI%"}}, {Literal, "a&b", "Y", nil},
				{Literal, "c", "Z", nil}, {Literal, "d", "W", nil}}},
		{name: "arguments", marked: `LightIngest "«https://a;Fed=True»" «-database:%1» -s:"«b;c»" plain`,
			want: []wantPiece{
				{Literal, "https://a;Fed=True", "", nil}, {Literal, "-database:%1", "", []string{"%1"}}, {Literal, "b;c", "s", nil}}},
		{name: "comments", marked: "REM «a»\r\n  :: «b»\r\nremark",
			want: []wantPiece{{Comment, "a", "", nil}, {Comment, "b", "", nil}}},
		{name: "not closed", marked: "tool \"«a»\r\ntool \"«b»\"",
			want:  []wantPiece{{Literal, "a", "", nil}, {Literal, "b", "", nil}},
			notes: []string{"quoted argument is not closed on its line"}},
	})
}
