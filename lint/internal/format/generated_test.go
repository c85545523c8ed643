package format_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/format"
	"kustoconn/source"
)

// TestGeneratedFiles holds that each string of a generated file is a piece,
// unescaped, at its place.
func TestGeneratedFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapidgen.Of(fuzz.Files()).Draw(t, "file")
		_, read := format.ReaderFor(f.Name, f.Content)
		pieces := read(f.Content).Pieces
		for _, want := range f.Strings {
			span := source.Span{Start: want.Start, End: want.End}
			if !slices.ContainsFunc(pieces, func(p piece.Piece) bool { return p.Text == want.Text && p.Span() == span }) {
				t.Fatalf("%s:\n%s\nno piece %q at %s:\n%+v", f.Name, f.Content, want.Text, span, pieces)
			}
		}
	})
}
