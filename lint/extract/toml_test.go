package extract

import "testing"

func TestReadTOML(t *testing.T) {
	runPieceCases(t, ReadTOML, []pieceCase{
		{"strings", "a = \"«x\\u003dy\\U0001F600»\"\nb = '«\\raw»'\nc = \"\"\"\n«one \\\n   two\n»\"\"\"\nd = '''«r'»'''\n", []wantPiece{
			{Value, "x=y😀", "a", nil}, {Value, `\raw`, "b", nil}, {Value, "one two\n", "c", nil}, {Value, "r'", "d", nil}}, nil},
		{"quotes at the end of a long string", `a = """«x"»"""` + "\n", []wantPiece{{Value, `x"`, "a", nil}}, nil},
		{"tables", "[a.\"b c\"]\nd.e = \"«v»\"\n[[f]]\ng = \"«w»\"\n[[f]]\nh = [\"«x»\", {i = \"«y»\"}]\n[f.j]\nk = «1»\n", []wantPiece{
			{Value, "v", "a.b c.d.e", nil}, {Value, "w", "f.0.g", nil}, {Value, "x", "f.1.h.0", nil}, {Value, "y", "f.1.h.1.i", nil}, {Value, "1", "f.1.j.k", nil}}, nil},
		{"array of tables in another", "[[a]]\n[[a.b]]\nc = «1»\n[[a]]\n[[a.b]]\nc = «2»\n", []wantPiece{{Value, "1", "a.0.b.0.c", nil}, {Value, "2", "a.1.b.0.c", nil}}, nil},
		{"comments", "#« a»\n[t] #« b»\nk = [ #« c»\n  #« d»\n  #« e»\n  \"«v»\", #« f»\n] #« g»\n", []wantPiece{
			{Comment, " a", "", nil}, {Comment, " b", "", nil}, {Comment, " c", "", nil}, {Comment, " d", "", nil}, {Comment, " e", "", nil},
			{Value, "v", "t.k.0", nil}, {Comment, " f", "", nil}, {Comment, " g", "", nil}}, nil},
		{"empty", `a = "«»"`, []wantPiece{{Value, "", "a", nil}}, nil},
		{"quoted key", `"a b" = "«v»"`, []wantPiece{{Value, "v", "a b", nil}}, nil},
		{"CR LF", "a = \"\"\"\r\n«x\r\ny»\"\"\"\r\n", []wantPiece{{Value, "x\r\ny", "a", nil}}, nil},
		{"broken", "«a = »\n", []wantPiece{{Plain, "a = ", "", nil}}, []string{"not valid TOML: read as plain text"}},
	})
}
