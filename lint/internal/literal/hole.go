package literal

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/placeholder"
)

// Holes says how code is interpolated in a literal.
type Holes struct {
	Opening string // of a hole that code fills
	Closing byte   // its bracket
	// Name returns the length of the hole at pos that has no code, such as
	// $name, or 0; nil where there are none.
	Name func(text string, pos int) int
	// Doubled are the bytes that stand for themselves when written twice.
	Doubled string
	// Format: a colon in the hole starts a format that is no code.
	Format bool
}

// Holes that several languages share.
var (
	BracedHoles       = &Holes{Opening: "{", Closing: '}', Doubled: "{}", Format: true} // C#'s $"…", Python's f"…"
	DollarBracedHoles = &Holes{Opening: "${", Closing: '}'}
	DollarHoles       = &Holes{Opening: "${", Closing: '}', Name: DollarName}
)

// DollarName returns the length of the $name at pos, or 0.
func DollarName(text string, pos int) int {
	end := WordEnd(text, pos+1)
	if end == pos+1 || ascii.IsDigit(text[pos+1]) {
		return 0
	}
	return end - pos
}

// MaxHole is the most source text of a hole that is kept, in bytes. It also
// keeps the pieces of nested interpolations linear in the file.
const MaxHole = 128

// maxFallback is the most source text of a hole in which a fallback is looked for.
const maxFallback = 1 << 10

// HoleText writes a hole that code fills. Code that is long, or that would not
// read as one placeholder in a connection string, is cut to the name that it
// starts with, and what it falls back to is written as a shell does.
func HoleText(opening, code, closing string) string {
	if len(code) <= MaxHole && !strings.ContainsAny(code, ";=\r\n") && balanced(code) {
		return opening + code + closing
	}
	name := leadingName(code[:min(len(code), MaxHole)])
	if len(code) <= maxFallback && opening != "" {
		whole := opening + code + closing
		if given, ok := placeholder.Fallback(whole); ok && given.Len() <= MaxHole && !strings.ContainsAny(given.Slice(whole), "{};=\r\n") {
			return "${" + name + ":-" + given.Slice(whole) + "}"
		}
	}
	return opening + name + closing
}

// leadingName returns the first dotted name in code.
func leadingName(code string) string {
	start := strings.IndexFunc(code, func(c rune) bool { return c < 0x80 && IsWordByte(byte(c)) || c >= 0x80 })
	if start < 0 {
		return "expression"
	}
	end := start
	for end < len(code) && (IsWordByte(code[end]) || code[end] == '.') {
		end++
	}
	return strings.ToValidUTF8(strings.TrimRight(code[start:end], "."), "")
}

// balanced reports whether each brace in code has its other half.
func balanced(code string) bool {
	depth := 0
	for i := 0; i < len(code) && depth >= 0; i++ {
		switch code[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	return depth == 0
}
