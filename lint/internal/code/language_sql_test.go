package code

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadSQL(t *testing.T) {
	piecetest.Run(t, sql.Read, []piecetest.Case{
		{Name: "literals", Marked: "DECLARE @x nvarchar(9) = N'«it''s \\»'; -- «a»\nSELECT «b + '=c' || d» /* «e» */",
			Want: []piecetest.Want{
				piecetest.Literal(`it's \`, "x"), piecetest.Comment("a"),
				piecetest.Literal("{b}=c{d}", "", "{b}", "{d}"), piecetest.Comment("e")}},
		{Name: "assignment", Marked: "UPDATE t SET c = '«v»' WHERE d = '«w»'",
			Want: []piecetest.Want{piecetest.Literal("v", "c"), piecetest.Literal("w", "d")}},
		{Name: "KQL", Marked: "let x = \"«a\\\"\\u003d»\"; // «b»\nT | where y == h@'«c''d\\»' and z == '«e' h\"f»\"",
			Want: []piecetest.Want{
				piecetest.Literal(`a"=`, "x"), piecetest.Comment("b"), piecetest.Literal(`c'd\`), piecetest.Literal("ef")}},
		{Name: "KQL lines", Marked: ".create function f() { ```«a\n'b'»``` }",
			Want: []piecetest.Want{piecetest.Literal("a\n'b'")}},
	})
}
