package recognize

import "strings"

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func isLineEnd(c byte) bool { return c == '\n' || c == '\r' }

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// isWordByte reports whether c can be in a word: a letter, a digit, "_", or a
// byte of a character beyond ASCII.
func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// containsFold reports whether text holds word, which is lower-case ASCII, in
// any case.
func containsFold(text, word string) bool {
	for _, first := range [2]byte{word[0], word[0] - ('a' - 'A')} {
		for at := 0; ; {
			n := strings.IndexByte(text[at:], first)
			if n < 0 || len(text)-at-n < len(word) {
				break
			}
			at += n + 1
			if text[at]|0x20 == word[1] && strings.EqualFold(text[at:at+len(word)-1], word[1:]) {
				return true
			}
		}
	}
	return false
}
