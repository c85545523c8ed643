package extract

import "testing"

func TestReadRust(t *testing.T) {
	runPieceCases(t, ReadRust, []pieceCase{
		{name: "escapes", marked: "const X: &'static str = \"«a\\\"\\x3d\\u{3d}\\\n   b»\";",
			want: []wantPiece{{Literal, `a"==b`, "X", nil}}},
		{name: "raw", marked: `f(r#"«a"\n»"#, br"«b»", r"«c»", b'"', '"', '\'', 'x: loop {})`,
			want: []wantPiece{{Literal, `a"\n`, "", nil}, {Literal, "b", "", nil}, {Literal, "c", "", nil}}},
		{name: "joined", marked: `let x = "«a=".to_string() + &b.c + ";»";`,
			want: []wantPiece{{Literal, "a={b.c};", "x", []string{"{b.c}"}}}},
		{name: "doc test", marked: "/// «f(\"Data Source=a\");»\n//! «b»\n/* «c /* d */ e» */",
			want: []wantPiece{{Comment, `f("Data Source=a");`, "", nil}, {Comment, "b", "", nil}, {Comment, "c /* d */ e", "", nil}}},
		{name: "not closed", marked: `let x = "«a»`, want: []wantPiece{{Literal, "a", "x", nil}},
			notes: []string{"string literal is not closed"}},
	})
}
