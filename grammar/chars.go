package grammar

import (
	"math/bits"
	"strings"
	"unicode"

	"kustoconn/internal/ascii"
)

// White space and control characters are those of .NET's char.IsWhiteSpace
// and char.IsControl, which are Go's unicode.IsSpace and unicode.IsControl
// (Unicode White_Space and category Cc). TAB to CR and U+0085 are both, and
// count as white space wherever that is dropped.

// allPlain reports whether s holds neither control characters nor parts of a
// character beyond ASCII. It looks at eight bytes at a time, which saves a
// quarter of the time of a usual string (BenchmarkParse).
func allPlain(s string) bool {
	if len(s) < 8 {
		for i := range len(s) {
			if s[i] < ' ' || s[i] > '~' {
				return false
			}
		}
		return true
	}
	odd := oddBytes(word(s[len(s)-8:]))
	for ; len(s) > 8; s = s[8:] {
		odd |= oddBytes(word(s))
	}
	return odd&0x8080808080808080 == 0
}

// oddBytes returns a word with the highest bit of a byte set where w has a byte
// outside 0x20..0x7e, and no such bit where it has none: the byte itself, the
// byte less 0x20 or the byte plus 1 has it.
func oddBytes(w uint64) uint64 {
	const ones = 0x0101010101010101
	return w | (w - ones*0x20) | (w + ones)
}

// word returns the first eight bytes of s.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// skipSpace returns the offset of the first character from at on that is not
// white space, or the end of text.
func skipSpace(text string, at int) int {
	return len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
}

// trimSpace returns end less the white space that ends text[start:end].
func trimSpace(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

// isSpaceAt reports whether there may be white space at the offset at of text:
// there is none at a character of ASCII that is seen. To ask this first, most
// often with that answer, saves a sixth of the time of a usual string
// (BenchmarkParse).
func isSpaceAt(text string, at int) bool {
	return uint(at) < uint(len(text)) && text[at]-'!' > '~'-'!'
}

// until returns the offset of the first c in s, or the length of s. (As an
// uint, -1 is greater than any length; so short, this is inlined.)
func until(s string, c byte) int {
	return int(min(uint(strings.IndexByte(s, c)), uint(len(s))))
}

// firstMark returns the offset of the first ':', ';', '<' or '=' from at on, or the
// end of text. These stand side by side in ASCII, so that one look of eight bytes at
// a time finds what ends a scheme, a segment or a keyword, which saves a twelfth of
// the time of a usual string (BenchmarkParse).
func firstMark(text string, at int) int {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	for ; at+8 <= len(text); at += 8 {
		w := word(text[at : at+8])
		low := w &^ highest // what is added to a byte of it reaches the highest bit and no other byte
		if marks := (low + ones*(0x80-':')) &^ (low + ones*(0x80-'>')) &^ w & highest; marks != 0 {
			return at + bits.TrailingZeros64(marks)/8
		}
	}
	for at < len(text) && (text[at] < ':' || text[at] > '=') {
		at++
	}
	return at
}

// startsPrefix reports whether s, which is not empty, starts with '@' or with
// a URI's scheme and "://".
func startsPrefix(s string) bool { return s[0] == '@' || startsWithScheme(s) }

// startsWithScheme reports whether s, which is not empty, starts with a URI's
// scheme (RFC 3986, section 3.1) and "://".
func startsWithScheme(s string) bool {
	if strings.HasPrefix(s, "https://") { // as most do: it saves a twentieth of the time of a short string (BenchmarkParse)
		return true
	}
	if !ascii.IsLetter(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case ascii.IsLetter(c), '0' <= c && c <= '9', c == '+', c == '-', c == '.':
		case c == ':':
			return strings.HasPrefix(s[i:], "://")
		default:
			return false
		}
	}
	return false
}

func isQuote(c byte) bool { return c == '"' || c == '\'' }

func startsWithQuote(s string) bool { return s != "" && isQuote(s[0]) }

func endsInQuote(s string) bool { return s != "" && isQuote(s[len(s)-1]) }
