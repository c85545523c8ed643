package literal

import (
	"strings"

	"kustoconn/internal/ascii"
)

// IsWordByte reports whether c can be part of an identifier in every language
// read here. Bytes of non-ASCII letters count.
func IsWordByte(c byte) bool {
	return c == '_' || c >= 0x80 || ascii.IsLetter(c) || ascii.IsDigit(c)
}

// WordEnd returns the offset after the identifier at pos.
func WordEnd(text string, pos int) int {
	for pos < len(text) && IsWordByte(text[pos]) {
		pos++
	}
	return pos
}

// RunLength returns how many times c stands at text[pos:].
func RunLength(text string, pos int, c byte) int {
	n := 0
	for pos+n < len(text) && text[pos+n] == c {
		n++
	}
	return n
}

// BlankLine returns the length of the line at the start of text, with its line
// end, if it is blank; else 0.
func BlankLine(text string) int {
	n := len(text) - len(strings.TrimLeft(text, " \t\r"))
	if n < len(text) && text[n] == '\n' {
		return n + 1
	}
	return 0
}

// IsExpression reports whether a literal in a script holds what its reader is given in the
// place of an expression that is put in before the script runs (${{ … }} of YAML): a word
// of underscores of the same length.
func IsExpression(text string) bool { return strings.Contains(text, "______") }
