package format

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestCutLiterals(t *testing.T) {
	piecetest.Run(t, Reader("plain"), []piecetest.Case{
		{Name: "literal of an unknown format", Marked: `«{"a": "b", "cs": »"«Fed=\"x\\y\" kusto»"«, 1}»`, Want: []piecetest.Want{
			piecetest.Plain(`{"a": "b", "cs": `), piecetest.Plain(`Fed="x\y" kusto`), piecetest.Plain(", 1}")}},
		{Name: "single quotes", Marked: `«f(»'«kusto=it\'s»'«)»`, Want: []piecetest.Want{
			piecetest.Plain("f("), piecetest.Plain("kusto=it's"), piecetest.Plain(")")}},
		{Name: "no string in it", Marked: `«"C:\dir\" "x\"y" kusto»`, Want: []piecetest.Want{piecetest.Plain(`"C:\dir\" "x\"y" kusto`)}},
		{Name: "no escaped mark", Marked: `«cs "kusto\d"»`, Want: []piecetest.Want{piecetest.Plain(`cs "kusto\d"`)}},
	})
	piecetest.Run(t, Reader("json"), []piecetest.Case{
		{Name: "JSON in JSON", Marked: `{"a": "«{\"cs\":»\"«kusto=\\\"x\\\"»\"«}»"}`, Want: []piecetest.Want{
			piecetest.Plain(`{"cs":`), piecetest.Plain(`kusto="x"`), piecetest.Plain("}")}},
		{Name: "comment", Marked: "{//« \"cs\": »\"«kusto=\\\"x\\\"»\"«,»\n\"a\": \"«b»\"}", Want: []piecetest.Want{
			piecetest.Comment(` "cs": `), piecetest.Plain(`kusto="x"`), piecetest.Comment(","), piecetest.Value("b", "a")}},
		{Name: "a value that is no JSON", Marked: `{"a": "«kusto=\"x\\\"y\"»"}`, Want: []piecetest.Want{piecetest.Value(`kusto="x\"y"`, "a")}},
	})
}

// TestNestedLiteralEdit holds that what is written into such a literal is escaped
// for it and for what it stands in.
func TestNestedLiteralEdit(t *testing.T) {
	const text = `{"a": "{\"cs\":\"kusto=\\\"x\\\"\"}"}`
	f := Reader("json")(text)
	got, ok := f.Pieces[1].Escape(`"\`)
	if want := `\\\"\\\\`; got != want || !ok {
		t.Errorf("Escape gives %s, %t, want %s", got, ok, want)
	}
	if _, ok := f.Pieces[1].Escape("\n"); ok {
		t.Error("a line end is written")
	}
}
