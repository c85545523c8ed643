package placeholder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/ascii"
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

// bracketed returns the length of text up to the bracket that closes the one at
// offset, with such brackets inside matched; what is between is as enclosed
// wants it.
func bracketed(text string, offset int, open, end byte) int {
	depth := 0
	for i := offset; i < min(len(text), offset+maxLen); i++ {
		switch text[i] {
		case open:
			depth++
		case end:
			if depth--; depth > 0 {
				continue
			}
			if strings.TrimSpace(text[offset+1:i]) == "" {
				return 0
			}
			return i + 1
		case '\n':
			return 0
		}
	}
	return 0
}

// braces recognises {x}, {} and {{ x }}, with braces inside matched. A GUID in
// braces is one, and {"name": …} is JSON.
func braces(text string) int {
	n := bracesInside(text, 0)
	if n == 0 || isGUID(text[1:n-1]) || strings.HasPrefix(text, `{"`) {
		return 0
	}
	return n
}

func bracesInside(text string, depth int) int {
	const deepest = 4
	if strings.HasPrefix(text, "{}") {
		return len("{}")
	}
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

// isGUID reports whether s is a GUID, with its hyphens or without.
func isGUID(s string) bool {
	if len(s) != 36 && len(s) != 32 {
		return false
	}
	for i := 0; i < len(s); i++ {
		isHyphen := len(s) == 36 && (i == 8 || i == 13 || i == 18 || i == 23)
		if isHyphen != (s[i] == '-') || !isHyphen && !ascii.IsHexDigit(s[i]) {
			return false
		}
	}
	return true
}

// isWords reports whether s is one word or a few, starting with a letter.
func isWords(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && consistsOf(s, " _-.'")
}

// isSpacedName reports whether s is a name as people write it between marks: letters
// and digits, with blanks, "_", "-" or "." between them.
func isSpacedName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return isWords(s) && isLetterOrDigit(first) && isLetterOrDigit(last)
}

// consistsOf reports whether s is not too long and has nothing in it but letters,
// digits and marks.
func consistsOf(s, marks string) bool {
	if len(s) > maxLen {
		return false
	}
	for _, r := range s {
		if !isLetterOrDigit(r) && !strings.ContainsRune(marks, r) {
			return false
		}
	}
	return true
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
		if c != '_' && !ascii.IsLetter(c) && (n == 0 || !ascii.IsDigit(c)) {
			break
		}
		n++
	}
	return n
}

// isWordByte reports whether c is part of a word, of text that is not ASCII too.
func isWordByte(c byte) bool { return ascii.IsLetter(c) || ascii.IsDigit(c) || c == '_' || c >= 0x80 }
