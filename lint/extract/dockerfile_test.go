package extract

import "testing"

func TestReadDockerfile(t *testing.T) {
	runPieceCases(t, ReadDockerfile, []pieceCase{
		{name: "values", marked: "ENV A=\"«Data Source=$a;b»\" B=«https://c;Fed=true» \\\n  # «d»\n  C='«e»'\nARG D=«1»\nLABEL \"k\"=\"«v»\"\n",
			want: []wantPiece{
				{Literal, "Data Source=$a;b", "A", []string{"$a"}}, {Literal, "https://c;Fed=true", "B", nil}, {Comment, "d", "", nil},
				{Literal, "e", "C", nil}, {Literal, "1", "D", nil}, {Literal, "v", "k", nil}}},
		{name: "old form", marked: "env CONN «Data Source=a;Fed=True»\nCMD tool",
			want: []wantPiece{{Literal, "Data Source=a;Fed=True", "CONN", nil}}},
		{name: "commands", marked: "RUN export A=\"«b»\" && \\\n # «c»\n  tool '«d»'\nCMD [\"«sh»\", \"«a\\u003d\\\"»\"]",
			want: []wantPiece{
				{Literal, "b", "A", nil}, {Comment, "c", "", nil}, {Literal, "d", "", nil},
				{Literal, "sh", "", nil}, {Literal, `a="`, "", nil}}},
		{name: "here-documents", marked: "RUN <<EOF\nA='«b»'\nEOF\nCOPY «<<EOF» «/c»\n«d $e»\nEOF\nENV F=«g»",
			want: []wantPiece{
				{Literal, "b", "A", nil}, {Literal, "<<EOF", "", nil}, {Literal, "/c", "", nil}, {Plain, "d $e", "", nil}, {Literal, "g", "F", nil}}},
		{name: "escape directive", marked: "# «escape=`»\nENV A=\"«C:\\b`$c»\" `\n  B=«d»",
			want: []wantPiece{{Comment, "escape=`", "", nil}, {Literal, `C:\b$c`, "A", nil}, {Literal, "d", "B", nil}}},
	})
}
