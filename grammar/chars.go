package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// White space and control characters are those of .NET's char.IsWhiteSpace
// and char.IsControl, which are Go's unicode.IsSpace and unicode.IsControl
// (Unicode White_Space and category Cc). TAB to CR and U+0085 are both, and
// count as white space wherever that is dropped.

// plain holds the bytes that are neither control characters nor part of a
// character beyond ASCII.
var plain = func() (t [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		t[c] = true
	}
	return t
}()

// skipSpace returns the offset of the first character from at on that is not
// white space.
func skipSpace(text string, at int) int {
	for at < len(text) {
		c := text[at]
		if c == ' ' {
			at++
			continue
		}
		if plain[c] {
			return at
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) {
			return at
		}
		at += n
	}
	return at
}

// trimRight returns s without the white space at its end.
func trimRight(s string) string {
	if s == "" || s[len(s)-1] != ' ' && plain[s[len(s)-1]] {
		return s
	}
	return strings.TrimRightFunc(s, unicode.IsSpace)
}

// startsPrefix reports whether s starts with '@' or with a URI's scheme and
// "://" (RFC 3986, section 3.1).
func startsPrefix(s string) bool {
	if s[0] == '@' {
		return true
	}
	if !isLetter(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case isLetter(c), '0' <= c && c <= '9', c == '+', c == '-', c == '.':
		case c == ':':
			return strings.HasPrefix(s[i:], "://")
		default:
			return false
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
