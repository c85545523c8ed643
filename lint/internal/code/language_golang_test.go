package code

import (
	"go/scanner"
	"go/token"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/source"
)

func TestReadGo(t *testing.T) {
	piecetest.Run(t, golang.Read, []piecetest.Case{
		{Name: "interpreted", Marked: `x := "«a\"\x3d\075\u003dé»"`,
			Want: []piecetest.Want{piecetest.Literal(`a"===é`, "x")}},
		{Name: "bytes", Marked: `"«\xff»"`, Want: []piecetest.Want{piecetest.Literal("\xff")}},
		{Name: "raw", Marked: "x = `«a\\n\r\nb»`",
			Want: []piecetest.Want{piecetest.Literal("a\\n\nb", "x")}},
		{Name: "joined over lines", Marked: "const c string = \"«a=\" +\n\tb.c + // «d»\n\t`e»`\n",
			Want: []piecetest.Want{piecetest.Literal("a={b.c}e", "c", "{b.c}"), piecetest.Comment("d")}},
		{Name: "rune", Marked: "f('\"', '\\'', \"«a»\")",
			Want: []piecetest.Want{piecetest.Literal("a")}},
		{Name: "map and struct", Marked: `m := map[string]string{"«k»": "«v»"}; s := S{Conn: "«c»"}`,
			Want: []piecetest.Want{piecetest.Literal("k"), piecetest.Literal("v", "k"), piecetest.Literal("c", "Conn")}},
		{Name: "statements", Marked: "a := \"«x»\"\nb := \"«y»\"",
			Want: []piecetest.Want{piecetest.Literal("x", "a"), piecetest.Literal("y", "b")}},
		{Name: "not closed", Marked: "a := \"«x»\nb := \"«y»\"",
			Want:  []piecetest.Want{piecetest.Literal("x", "a"), piecetest.Literal("y", "b")},
			Notes: []string{"string literal is not closed on its line"}},
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
		for _, p := range golang.Read(text).Pieces {
			if p.Kind == piece.Literal {
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
