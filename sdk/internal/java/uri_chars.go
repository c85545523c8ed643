package java

import (
	"unicode"
	"unicode/utf8"
)

// charSet is a set of characters of a URI. Escaped ones also take what RFC
// 2396 calls "escaped" and what java.net.URI calls "other": the non-ASCII
// characters that are neither control characters nor spaces.
type charSet struct {
	ascii   [utf8.RuneSelf]bool
	escaped bool
}

const (
	lettersASCII = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digitsASCII  = "0123456789"
	unreserved   = lettersASCII + digitsASCII + "-_.!~*'()"
)

var (
	letters     = plainSet(lettersASCII)
	digits      = plainSet(digitsASCII)
	hexDigits   = plainSet(digitsASCII + "abcdefABCDEF")
	labelChars  = plainSet(lettersASCII + digitsASCII + "-")
	schemeChars = plainSet(lettersASCII + digitsASCII + "+-.")
	scopeChars  = plainSet(lettersASCII + digitsASCII + "_.")

	uricChars     = escapedSet(unreserved + ";/?:@&=+$,[]")
	pathChars     = escapedSet(unreserved + ":@&=+$,;/")
	userInfoChars = escapedSet(unreserved + ";:&=+$,")
	registryChars = escapedSet(unreserved + "$,;:@&=+")
	serverChars   = escapedSet(unreserved + ";:&=+$,@[]")
)

func plainSet(chars string) *charSet {
	set := &charSet{}
	for _, c := range chars {
		set.ascii[c] = true
	}
	return set
}

func escapedSet(chars string) *charSet {
	set := plainSet(chars)
	set.escaped = true
	return set
}

func (set *charSet) has(c byte) bool { return c < utf8.RuneSelf && set.ascii[c] }

// holds reports whether s is made of characters of set and, if set takes
// them, well-formed escapes.
func (set *charSet) holds(s string) bool { return set.scan(s) == len(s) }

// scan returns the length of the longest start of s that set holds.
func (set *charSet) scan(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case set.has(c):
			i++
		case set.escaped && isEscape(s[i:]):
			i += len("%20")
		case set.escaped && c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			if isSpaceChar(r) || unicode.IsControl(r) {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return len(s)
}

// isEscape reports whether s starts with a well-formed escape.
func isEscape(s string) bool {
	return len(s) >= 3 && s[0] == '%' && hexDigits.has(s[1]) && hexDigits.has(s[2])
}
