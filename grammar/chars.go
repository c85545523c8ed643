package grammar

import (
	"strings"
	"unicode"
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

// allPlain reports whether every byte of s is plain. It looks at eight at a
// time: a byte outside 0x20..0x7e sets its highest bit in w, in w less 0x20
// each, or in w plus 1 each.
func allPlain(s string) bool {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if (w|(w-ones*0x20)|(w+ones))&highest != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if !plain[s[i]] {
			return false
		}
	}
	return true
}

// skipSpace returns the offset of the first character from at on that is not
// white space. Where that is the one at at, as it mostly is, it costs no call:
// the compiler inlines this much.
func skipSpace(text string, at int) int {
	if at < len(text) && isGraphic(text[at]) {
		return at
	}
	return afterSpace(text, at)
}

// trimRight returns s without the white space at its end; see skipSpace for
// its cost.
func trimRight(s string) string {
	if s != "" && isGraphic(s[len(s)-1]) {
		return s
	}
	return trimRightSpace(s)
}

func afterSpace(text string, at int) int {
	return len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
}

func trimRightSpace(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// isGraphic reports whether c is a character of ASCII that is seen.
func isGraphic(c byte) bool { return c-'!' <= '~'-'!' }

// startsPrefix reports whether s, which is not empty, starts with '@' or with
// a URI's scheme and "://".
func startsPrefix(s string) bool { return s[0] == '@' || startsWithScheme(s) }

// startsWithScheme reports whether s, which is not empty, starts with a URI's
// scheme (RFC 3986, section 3.1) and "://".
func startsWithScheme(s string) bool {
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

func isQuote(c byte) bool { return c == '"' || c == '\'' }

func startsWithQuote(s string) bool { return s != "" && isQuote(s[0]) }

func endsInQuote(s string) bool { return s != "" && isQuote(s[len(s)-1]) }
