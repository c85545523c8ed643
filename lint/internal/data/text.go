package data

import (
	"strings"

	"kustoconn/internal/piece"
)

// maxDepth bounds how deep the brackets of one file may nest, so that neither
// the stack nor the paths of keys grow with a hostile file.
const maxDepth = 1000

// What is blank within a line.
const (
	blanks    = " \t"
	lineSpace = " \t\f"
)

// skipAny returns the first offset from i on that has none of chars.
func skipAny(text string, i, end int, chars string) int {
	return end - len(strings.TrimLeft(text[i:end], chars))
}

// skipNone returns the first offset from i on that has one of chars, or end.
func skipNone(text string, i, end int, chars string) int {
	if n := strings.IndexAny(text[i:end], chars); n >= 0 {
		return i + n
	}
	return end
}

// appendKey adds the name of a member where that may hold a string: allow lists
// and tables of clusters have such.
func appendKey(pieces []piece.Piece, name piece.Piece) []piece.Piece {
	if strings.Contains(name.Text, "=") || strings.Contains(name.Text, "://") {
		name.Kind = piece.Plain
		return append(pieces, name)
	}
	return pieces
}
