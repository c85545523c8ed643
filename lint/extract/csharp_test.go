package extract

import "testing"

func TestReadCSharp(t *testing.T) {
	runPieceCases(t, ReadCSharp, []pieceCase{
		{name: "regular", marked: `x = "«a\"\u003d\x41\U0001F600\0»";`,
			want: []wantPiece{{Literal, "a\"=A😀\x00", "x", nil}}},
		{name: "verbatim", marked: `o.Conn = @"«C:\x ""q""»";`,
			want: []wantPiece{{Literal, `C:\x "q"`, "Conn", nil}}},
		{name: "interpolated", marked: `x = $"«Data Source={uri};{{k}}\u003d{d:'T'HH}»";`,
			want: []wantPiece{{Literal, "Data Source={uri};{k}={d:'T'HH}", "x", []string{"{uri}", "{d:'T'HH}"}}}},
		{name: "literals in a hole", marked: `x = $"«a{(b ? "«c»" : "«d»")}e»";`,
			want: []wantPiece{
				{Literal, `a{(b ? "c" : "d")}e`, "x", []string{`{(b ? "c" : "d")}`}},
				{Literal, "c", "", nil}, {Literal, "d", "", nil}}},
		{name: "raw lines", marked: "x = \"\"\"\n    «a \"b\"\n      c»\n    \"\"\";",
			want: []wantPiece{{Literal, "a \"b\"\n  c", "x", nil}}},
		{name: "raw line", marked: `x = """"«a """ b»"""";`,
			want: []wantPiece{{Literal, `a """ b`, "x", nil}}},
		{name: "raw interpolated", marked: `x = $$"""«a{b}{{c.d:N}}e»""";`,
			want: []wantPiece{{Literal, "a{b}{{c.d:N}}e", "x", []string{"{{c.d:N}}"}}}},
		{name: "joined", marked: `x = "«a=" + b.C("«in»") + ';' + @"c»";`,
			want: []wantPiece{
				{Literal, `a={b.C("in")};c`, "x", []string{`{b.C("in")}`}},
				{Literal, "in", "", nil}}},
		{name: "operand first", marked: `return «uri + ";Fed=True»";`,
			want: []wantPiece{{Literal, "{uri};Fed=True", "", []string{"{uri}"}}}},
		{name: "long operand", marked: `x = "«a" + Configuration.Values[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] + "b»";`,
			want: []wantPiece{{Literal, "a{Configuration.Values}b", "x", []string{"{Configuration.Values}"}}}},
		{name: "in brackets", marked: `x = ("«a" + b) + "c»";`,
			want: []wantPiece{{Literal, "a{b}c", "x", []string{"{b}"}}}},
		{name: "named argument", marked: `F(uri: "«a»", "«b»");`,
			want: []wantPiece{{Literal, "a", "uri", nil}, {Literal, "b", "", nil}}},
		{name: "choice", marked: `string? x = a ? "«b»" : "«c»";`,
			want: []wantPiece{{Literal, "b", "x", nil}, {Literal, "c", "x", nil}}},
		{name: "index", marked: `d["«k»"] = "«v»";`,
			want: []wantPiece{{Literal, "k", "", nil}, {Literal, "v", "k", nil}}},
		{name: "comments", marked: "/// «<b>a</b>»\n/* «b\n * c» */ // «kustoconn:ignore KCS501 -- x»\n",
			want: []wantPiece{{Comment, "<b>a</b>", "", nil}, {Comment, "b\nc", "", nil}, {Comment, "kustoconn:ignore KCS501 -- x", "", nil}}},
		{name: "directive", marked: "#region Don't\nx = \"«a»\";",
			want: []wantPiece{{Literal, "a", "x", nil}}},
		{name: "not closed", marked: "x = \"«a»\ny = \"«b»\";",
			want:  []wantPiece{{Literal, "a", "x", nil}, {Literal, "b", "y", nil}},
			notes: []string{"string literal is not closed on its line"}},
		{name: "hole not closed", marked: "x = $\"«a»{b;\ny = \"«c»\";",
			want:  []wantPiece{{Literal, "a", "x", nil}, {Literal, "c", "y", nil}},
			notes: []string{"interpolation is not closed"}},
	})
}
