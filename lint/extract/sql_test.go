package extract

import "testing"

func TestReadSQL(t *testing.T) {
	runPieceCases(t, ReadSQL, []pieceCase{
		{name: "literals", marked: "DECLARE @x nvarchar(9) = N'«it''s \\»'; -- «a»\nSELECT «b + '=c' || d» /* «e» */",
			want: []wantPiece{
				{Literal, `it's \`, "x", nil}, {Comment, "a", "", nil},
				{Literal, "{b}=c{d}", "", []string{"{b}", "{d}"}}, {Comment, "e", "", nil}}},
		{name: "assignment", marked: "UPDATE t SET c = '«v»' WHERE d = '«w»'",
			want: []wantPiece{{Literal, "v", "c", nil}, {Literal, "w", "d", nil}}},
		{name: "KQL", marked: "let x = \"«a\\\"\\u003d»\"; // «b»\nT | where y == h@'«c''d\\»' and z == '«e' h\"f»\"",
			want: []wantPiece{
				{Literal, `a"=`, "x", nil}, {Comment, "b", "", nil}, {Literal, `c'd\`, "", nil}, {Literal, "ef", "", nil}}},
		{name: "KQL lines", marked: ".create function f() { ```«a\n'b'»``` }",
			want: []wantPiece{{Literal, "a\n'b'", "", nil}}},
	})
}
