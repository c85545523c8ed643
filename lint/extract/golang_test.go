package extract

import (
	"go/scanner"
	"go/token"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/source"
)

func TestReadGo(t *testing.T) {
	runPieceCases(t, ReadGo, []pieceCase{
		{name: "interpreted", marked: `x := "«a\"\x3d\075\u003dé»"`,
			want: []wantPiece{{Literal, `a"===é`, "x", nil}}},
		{name: "bytes", marked: `"«\xff»"`, want: []wantPiece{{Literal, "\xff", "", nil}}},
		{name: "raw", marked: "x = `«a\\n\r\nb»`",
			want: []wantPiece{{Literal, "a\\n\nb", "x", nil}}},
		{name: "joined over lines", marked: "const c string = \"«a=\" +\n\tb.c + // «d»\n\t`e»`\n",
			want: []wantPiece{{Literal, "a={b.c}e", "c", []string{"{b.c}"}}, {Comment, "d", "", nil}}},
		{name: "rune", marked: "f('\"', '\\'', \"«a»\")",
			want: []wantPiece{{Literal, "a", "", nil}}},
		{name: "map and struct", marked: `m := map[string]string{"«k»": "«v»"}; s := S{Conn: "«c»"}`,
			want: []wantPiece{{Literal, "k", "", nil}, {Literal, "v", "k", nil}, {Literal, "c", "Conn", nil}}},
		{name: "statements", marked: "a := \"«x»\"\nb := \"«y»\"",
			want: []wantPiece{{Literal, "x", "a", nil}, {Literal, "y", "b", nil}}},
		{name: "not closed", marked: "a := \"«x»\nb := \"«y»\"",
			want:  []wantPiece{{Literal, "x", "a", nil}, {Literal, "y", "b", nil}},
			notes: []string{"string literal is not closed on its line"}},
	})
}

// TestGoScanner compares the literals with those of Go's own scanner, in
// programs without concatenations.
func TestGoScanner(t *testing.T) {
	tokens := []string{
		`"a"`, `"\x41\u00e9\U0001F600\101\n"`, "`a\r\n\\`", "'\"'", `'\''`, `""`, "x", "1.5e3", ",", ";", ":=", "(", ")", "{", "}", "[", "]",
		" ", "\n", "// \"c\"\n", "/* \" ` */", "-", "*", "&", "==", "é", `"\"\\"`,
	}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, s := range rapid.SliceOf(rapid.SampledFrom(tokens)).Draw(t, "tokens") {
			text += s + " "
		}
		var got []string
		var at []int
		for _, p := range ReadGo(text).Pieces {
			if p.Kind == Literal {
				got = append(got, p.Text)
				at = append(at, p.Map.Span(source.Span{End: len(p.Text)}).Start-1)
			}
		}
		var s scanner.Scanner
		files := token.NewFileSet()
		file := files.AddFile("", -1, len(text))
		s.Init(file, []byte(text), nil, 0)
		for k := 0; ; {
			pos, tok, literal := s.Scan()
			if tok == token.EOF {
				if k != len(got) {
					t.Fatalf("%q: %d pieces, want %d", text, len(got), k)
				}
				return
			}
			value, err := strconv.Unquote(literal)
			if tok != token.STRING || err != nil || value == "" {
				continue
			}
			if k == len(got) || got[k] != value || at[k] != file.Offset(pos) {
				t.Fatalf("%q: pieces %q at %v, want %q at %d", text, got, at, value, file.Offset(pos))
			}
			k++
		}
	})
}
