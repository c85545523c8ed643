package placeholder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// enclosed returns the length of text up to the first end byte, where what is
// between start and there is one line, not blank, not too long, and passes ok.
func enclosed(text string, start int, end byte, ok func(string) bool) int {
	window := text[start:min(len(text), start+maxLen)]
	n := strings.IndexByte(window, end)
	if n < 0 {
		return 0
	}
	inside := window[:n]
	if strings.TrimSpace(inside) == "" || strings.IndexByte(inside, '\n') >= 0 || !ok(inside) {
		return 0
	}
	return start + n + 1
}

// braces recognises {x} and {{ x }}, with braces inside matched.
func braces(text string) int { return bracesInside(text, 0) }

func bracesInside(text string, depth int) int {
	const deepest = 4
	for i := 1; i < len(text) && i < maxLen; i++ {
		switch text[i] {
		case '{':
			if depth == deepest {
				return 0
			}
			n := bracesInside(text[i:], depth+1)
			if n == 0 {
				return 0
			}
			i += n - 1
		case '}':
			if strings.TrimSpace(text[1:i]) == "" {
				return 0
			}
			return i + 1
		case ';', '\n':
			return 0
		}
	}
	return 0
}

// isWords reports whether s is one word or a few, starting with a letter.
func isWords(s string) bool {
	if len(s) > maxLen {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" _-.'", r) {
			return false
		}
	}
	return true
}

// isCall reports whether s starts with a name and has brackets behind it.
func isCall(s string) bool {
	open := strings.IndexByte(s, '(')
	return open > 0 && isName(s[:open]) && strings.Contains(s[open:], ")")
}

func isName(s string) bool { return s != "" && nameLength(s) == len(s) }

// nameLength returns the length of the identifier that s starts with.
func nameLength(s string) int {
	n := 0
	for n < len(s) && n < maxLen {
		c := s[n]
		if c != '_' && !('a' <= c|0x20 && c|0x20 <= 'z') && (n == 0 || !isDigit(c)) {
			break
		}
		n++
	}
	return n
}
