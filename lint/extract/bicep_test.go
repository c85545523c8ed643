package extract

import "testing"

func TestReadBicep(t *testing.T) {
	runPieceCases(t, ReadBicep, []pieceCase{
		{name: "escapes", marked: `param x string = '«a\'\${b}\u{3d}»' // «c»`,
			want: []wantPiece{{Literal, "a'${b}=", "x", nil}, {Comment, "c", "", nil}}},
		{name: "interpolated", marked: "var x = '«a=${b.c['«d»']};${e ? '«f»' : ''}»'",
			want: []wantPiece{
				{Literal, "a=${b.c['d']};${e ? 'f' : ''}", "x", []string{"${b.c['d']}", "${e ? 'f' : ''}"}},
				{Literal, "d", "", nil}, {Literal, "f", "", nil}}},
		{name: "lines", marked: "x: '''\n«it's ${a}\n»'''", want: []wantPiece{{Literal, "it's ${a}\n", "x", nil}}},
		{name: "array", marked: "a: [\n  '«b»'\n  '«c»'\n]\nd: '«e»'\n",
			want: []wantPiece{{Literal, "b", "", nil}, {Literal, "c", "", nil}, {Literal, "e", "d", nil}}},
		{name: "not closed", marked: "a: '«b»\nc: '«d»'",
			want:  []wantPiece{{Literal, "b", "a", nil}, {Literal, "d", "c", nil}},
			notes: []string{"string literal is not closed on its line"}},
	})
}
