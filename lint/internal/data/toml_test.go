package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadTOML(t *testing.T) {
	piecetest.Run(t, ReadTOML, []piecetest.Case{
		{Name: "strings", Marked: "a = \"«x\\u003dy\\U0001F600»\"\nb = '«\\raw»'\nc = \"\"\"\n«one \\\n   two\n»\"\"\"\nd = '''«r'»'''\n", Want: []piecetest.Want{
			piecetest.Value("x=y😀", "a"), piecetest.Value(`\raw`, "b"), piecetest.Value("one two\n", "c"), piecetest.Value("r'", "d")}},
		{Name: "quotes at the end of a long string", Marked: `a = """«x"»"""` + "\n", Want: []piecetest.Want{piecetest.Value(`x"`, "a")}},
		{Name: "tables", Marked: "[a.\"b c\"]\nd.e = \"«v»\"\n[[f]]\ng = \"«w»\"\n[[f]]\nh = [\"«x»\", {i = \"«y»\"}]\n[f.j]\nk = «1»\n", Want: []piecetest.Want{
			piecetest.Value("v", "a.b c.d.e"), piecetest.Value("w", "f.0.g"), piecetest.Value("x", "f.1.h.0"), piecetest.Value("y", "f.1.h.1.i"), piecetest.Value("1", "f.1.j.k")}},
		{Name: "array of tables in another", Marked: "[[a]]\n[[a.b]]\nc = «1»\n[[a]]\n[[a.b]]\nc = «2»\n", Want: []piecetest.Want{piecetest.Value("1", "a.0.b.0.c"), piecetest.Value("2", "a.1.b.0.c")}},
		{Name: "comments", Marked: "#« a»\n[t] #« b»\nk = [ #« c»\n  #« d»\n  #« e»\n  \"«v»\", #« f»\n] #« g»\n", Want: []piecetest.Want{
			piecetest.Comment(" a"), piecetest.Comment(" b"), piecetest.Comment(" c"), piecetest.Comment(" d"), piecetest.Comment(" e"),
			piecetest.Value("v", "t.k.0"), piecetest.Comment(" f"), piecetest.Comment(" g")}},
		{Name: "empty", Marked: `a = "«»"`, Want: []piecetest.Want{piecetest.Value("", "a")}},
		{Name: "quoted key", Marked: `"a b" = "«v»"`, Want: []piecetest.Want{piecetest.Value("v", "a b")}},
		{Name: "CR LF", Marked: "a = \"\"\"\r\n«x\r\ny»\"\"\"\r\n", Want: []piecetest.Want{piecetest.Value("x\r\ny", "a")}},
		{Name: "broken", Marked: "«a = »\n", Want: []piecetest.Want{piecetest.Plain("a = ")}, Notes: []string{"not valid TOML: read as plain text"}},
	})
}
