package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadJava(t *testing.T) {
	piecetest.Run(t, java.Read, []piecetest.Case{
		{Name: "escapes", Marked: `String x = "«a\"\u003d\uu003d\75\s»";`,
			Want: []piecetest.Want{piecetest.Literal(`a"=== `, "x")}},
		{Name: "text block", Marked: "x = \"\"\"\n    «a  \n      \"b\" \\\n    c\\s\r\n    »\"\"\";",
			Want: []piecetest.Want{piecetest.Literal("a\n  \"b\" c \n", "x")}},
		{Name: "joined", Marked: `new B(String.format("«a=%s;" + "b»", c), «d + "e=" + f.g("«h»") + ';»');`,
			Want: []piecetest.Want{
				piecetest.Literal("a=%s;b"),
				piecetest.Literal(`{d}e={f.g("h")};`, "", "{d}", `{f.g("h")}`), piecetest.Literal("h")}},
		{Name: "annotation", Marked: `@Value(conn = "«${a}»")`, Want: []piecetest.Want{piecetest.Literal("${a}", "conn")}},
		{Name: "Kotlin", Marked: "val x: String? = \"«a=$b;\\$c${d[\"«e»\"]}»\"\nfun f() = \"\"\"«g\"$h»\"\"\"",
			Want: []piecetest.Want{
				piecetest.Literal(`a=$b;$c${d["e"]}`, "x", "$b", `${d["e"]}`), piecetest.Literal("e"),
				piecetest.Literal(`g"$h`, "", "$h")}},
		{Name: "Scala", Marked: "def f = s\"«a=$b;$$c\" + \"\"\"d»\"\"\"",
			Want: []piecetest.Want{piecetest.Literal("a=$b;$cd", "f", "$b")}},
	})
}
