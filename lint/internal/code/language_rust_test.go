package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadRust(t *testing.T) {
	piecetest.Run(t, rust.Read, []piecetest.Case{
		{Name: "escapes", Marked: "const X: &'static str = \"«a\\\"\\x3d\\u{3d}\\\n   b»\";",
			Want: []piecetest.Want{piecetest.Literal(`a"==b`, "X")}},
		{Name: "raw", Marked: `f(r#"«a"\n»"#, br"«b»", r"«c»", b'"', '"', '\'', 'x: loop {})`,
			Want: []piecetest.Want{piecetest.Literal(`a"\n`), piecetest.Literal("b"), piecetest.Literal("c")}},
		{Name: "joined", Marked: `let x = "«a=".to_string() + &b.c + ";»";`,
			Want: []piecetest.Want{piecetest.Literal("a={b.c};", "x", "{b.c}")}},
		{Name: "doc test", Marked: "/// «f(\"Data Source=a\");»\n//! «b»\n/* «c /* d */ e» */",
			Want: []piecetest.Want{piecetest.Comment(`f("Data Source=a");`), piecetest.Comment("b"), piecetest.Comment("c /* d */ e")}},
		{Name: "not closed", Marked: `let x = "«a»`, Want: []piecetest.Want{piecetest.Literal("a", "x")},
			Notes: []string{"string literal is not closed"}},
	})
}
