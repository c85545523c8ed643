package formal

import "unicode/utf8"

// invalidUTF8 returns the offset of the first byte of text that is not UTF-8,
// or -1. No token can express this: Go's regular expressions read such a byte
// as U+FFFD, which is a character that a connection string may hold.
func invalidUTF8(text string) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
