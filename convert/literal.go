package convert

import (
	"fmt"
	"strings"
	"unicode"
)

// escapes is how a language writes characters inside a string literal.
type escapes struct {
	simple map[rune]string     // those with an escape of their own
	other  func(r rune) string // any other that cannot stand as it is
}

// cLike are the escapes that all of the languages share.
var cLike = map[rune]string{'\\': `\\`, '"': `\"`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// literal writes text in double quotes. Letters, marks, digits, punctuation,
// symbols and the space stand as they are; what does not show, or changes how
// the line reads, is escaped.
func (e escapes) literal(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		escaped, simple := e.simple[r]
		switch {
		case simple:
			out.WriteString(escaped)
		case unicode.IsGraphic(r) && (r == ' ' || !unicode.IsSpace(r)):
			out.WriteRune(r)
		default:
			out.WriteString(e.other(r))
		}
	}
	out.WriteByte('"')
	return out.String()
}

// utf16Escapes writes r as \uXXXX, twice where it needs a surrogate pair.
func utf16Escapes(r rune) string {
	if r > 0xFFFF {
		r -= 0x10000
		return fmt.Sprintf(`\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// utf32Escapes writes r as \uXXXX, or as \UXXXXXXXX where that is too short.
func utf32Escapes(r rune) string {
	if r > 0xFFFF {
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
