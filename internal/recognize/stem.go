package recognize

import "strings"

// stems are parts of keywords, one of which a misspelt one must hold to be
// taken for evidence. It keeps out words that are merely close to a short
// keyword, and makes suggestions rare.
var stems = []string{"aad", "federat", "applicat", "appclient", "tracing", "x5c"}

// stemStarts holds the pairs of bytes that stems start with.
var stemStarts = func() (set bytePairs) {
	for _, stem := range stems {
		set.add(stem[0], stem[1])
	}
	return set
}()

// bytePairs is a set of pairs of ASCII letters, whatever their case. It may
// take other bytes for letters: it only saves a closer look.
type bytePairs [1 << 10]bool

func (set *bytePairs) add(a, b byte)      { set[pairIndex(a, b)] = true }
func (set *bytePairs) has(a, b byte) bool { return set[pairIndex(a, b)] }

func pairIndex(a, b byte) int { return int(a&0x1f)<<5 | int(b&0x1f) }

// endsInStem reports whether s ends with words, and a stem stands among the
// last ones: behind any line end, semicolon or equals sign.
func endsInStem(s string) bool {
	if s == "" || !isWordByte(s[len(s)-1]) {
		return false
	}
	after := s[len(s)-1]
	for i := len(s) - 2; i >= max(0, len(s)-maxKeyword); i-- {
		c := s[i]
		if c == '\n' || c == ';' || c == '=' {
			return false
		}
		if stemStarts.has(c, after) && startsWithStem(s[i:]) {
			return true
		}
		after = c
	}
	return false
}

func startsWithStem(s string) bool {
	for _, stem := range stems {
		if len(s) >= len(stem) && strings.EqualFold(s[:len(stem)], stem) {
			return true
		}
	}
	return false
}
