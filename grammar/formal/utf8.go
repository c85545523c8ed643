package formal

import "unicode/utf8"

// forbidInvalidUTF8 returns text with a NUL, which may stand nowhere, in the
// place of each byte that is not UTF-8. No token can express that such bytes
// are forbidden: Go's regular expressions read one as U+FFFD, which is a
// character that a connection string may hold.
func forbidInvalidUTF8(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	bytes := []byte(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			bytes[i] = 0
		}
		i += n
	}
	return string(bytes)
}
