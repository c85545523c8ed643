package extract

import "testing"

func TestReadJava(t *testing.T) {
	runPieceCases(t, ReadJava, []pieceCase{
		{name: "escapes", marked: `String x = "«a\"\u003d\uu003d\75\s»";`,
			want: []wantPiece{{Literal, `a"=== `, "x", nil}}},
		{name: "text block", marked: "x = \"\"\"\n    «a  \n      \"b\" \\\n    c\\s\r\n    »\"\"\";",
			want: []wantPiece{{Literal, "a\n  \"b\" c \n", "x", nil}}},
		{name: "joined", marked: `new B(String.format("«a=%s;" + "b»", c), «d + "e=" + f.g("«h»") + ';»');`,
			want: []wantPiece{
				{Literal, "a=%s;b", "", nil},
				{Literal, `{d}e={f.g("h")};`, "", []string{"{d}", `{f.g("h")}`}}, {Literal, "h", "", nil}}},
		{name: "annotation", marked: `@Value(conn = "«${a}»")`, want: []wantPiece{{Literal, "${a}", "conn", nil}}},
		{name: "Kotlin", marked: "val x: String? = \"«a=$b;\\$c${d[\"«e»\"]}»\"\nfun f() = \"\"\"«g\"$h»\"\"\"",
			want: []wantPiece{
				{Literal, `a=$b;$c${d["e"]}`, "x", []string{"$b", `${d["e"]}`}}, {Literal, "e", "", nil},
				{Literal, `g"$h`, "", []string{"$h"}}}},
		{name: "Scala", marked: "def f = s\"«a=$b;$$c\" + \"\"\"d»\"\"\"",
			want: []wantPiece{{Literal, "a=$b;$cd", "f", []string{"$b"}}}},
	})
}
