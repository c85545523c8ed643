package java

import (
	"strings"
	"unicode"
)

// isTrimmed reports whether String.trim drops r: every control character of
// ASCII and the space, and nothing else.
func isTrimmed(r rune) bool { return r <= ' ' }

// isWhitespace is Character.isWhitespace: the space, line and paragraph
// separators of Unicode without the three no-break ones, and the controls
// U+0009 to U+000D and U+001C to U+001F.
func isWhitespace(r rune) bool {
	switch {
	case '\t' <= r && r <= '\r', 0x1C <= r && r <= 0x1F:
		return true
	case r == 0xA0, r == 0x2007, r == 0x202F:
		return false
	}
	return isSpaceChar(r)
}

// isSpaceChar is Character.isSpaceChar: the space, line and paragraph
// separators of Unicode.
func isSpaceChar(r rune) bool { return unicode.Is(unicode.Z, r) }

// isBlank reports whether s is empty or all white space, as the client's
// StringUtils.isBlank does.
func isBlank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isWhitespace(r) })
}

func isEqualsSign(r rune) bool { return r == '=' }
