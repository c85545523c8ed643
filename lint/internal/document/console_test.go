package document_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadConsole(t *testing.T) {
	piecetest.Run(t, format.Reader("console"), []piecetest.Case{
		{Name: "JSON behind a command", Marked: "$ kusto show '«a;b»'\n{\n  \"uri\": \"«c;d»\"\n}\n$ x '«e f»'\n", Want: []piecetest.Want{
			piecetest.Literal("a;b"), piecetest.Value("c;d", "uri"), piecetest.Literal("e f")}},
		{Name: "text behind a command", Marked: "me@host:~/x$ show\n«Data Source=a b;Fed=true»\n(venv) $ cat '«a b»'\n«it's»\n", Want: []piecetest.Want{
			piecetest.Plain("Data Source=a b;Fed=true"), piecetest.Literal("a b"), piecetest.Plain("it's")}},
		{Name: "comment among commands", Marked: "# «one»\n$ x '«a b»' # «two»\n", Want: []piecetest.Want{
			piecetest.Comment("one"), piecetest.Literal("a b"), piecetest.Comment("two")}},
		{Name: "continued command", Marked: "$ x \\\n>  '«a b»' \"«c\n> d»\"\n«out»\n", Want: []piecetest.Want{
			piecetest.Literal("a b"), piecetest.Literal("c\nd"), piecetest.Plain("out")}},
		{Name: "here-document", Marked: "$ cat <<EOF\n«a b»\nEOF\n«c 'd»\n", Want: []piecetest.Want{piecetest.Plain("a b"), piecetest.Plain("c 'd")}},
		{Name: "quote that is not closed", Marked: "$ echo «it's»\n«a b»\n«c»\n", Want: []piecetest.Want{
			piecetest.Literal("its"), piecetest.Plain("a b"), piecetest.Plain("c")}},
		{Name: "angle brackets", Marked: "> x '«a b»'\n«c d»\n", Want: []piecetest.Want{piecetest.Literal("a b"), piecetest.Plain("c d")}},
		{Name: "PowerShell", Marked: "PS C:\\> $a = '«a b»'\n«c d»\nPS> $b = \"«e `\"f»\"\n", Want: []piecetest.Want{
			piecetest.Literal("a b", "a"), piecetest.Plain("c d"), piecetest.Literal(`e "f`, "b")}},
		{Name: "batch", Marked: "C:\\x> set A=«a b»\n«c d»\n", Want: []piecetest.Want{piecetest.Literal("a b", "A"), piecetest.Plain("c d")}},
		{Name: "Python", Marked: ">>> a = ('«a b»'\n...      )\n«c d»\n", Want: []piecetest.Want{piecetest.Literal("a b", "a"), piecetest.Plain("c d")}},
		{Name: "no prompt", Marked: "x \"«a b»\"\n{\n\"k\": \"«c;d»\"}\n( y '«e f»' )\n", Want: []piecetest.Want{
			piecetest.Literal("a b"), piecetest.Value("c;d", "k"), piecetest.Literal("e f")}},
	})
	piecetest.Run(t, format.Reader("bash"), []piecetest.Case{
		{Name: "prompt in a script", Marked: "$ x '«a b»'\n«c;d»\n", Want: []piecetest.Want{piecetest.Literal("a b"), piecetest.Plain("c;d")}},
	})
}
