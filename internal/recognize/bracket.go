package recognize

import (
	"strings"

	"kustoconn/placeholder"
)

// maxPlaceholder bounds the text inside a placeholder, in bytes.
const maxPlaceholder = 200

// markedWords returns the length of the placeholder that text starts with, if it is a
// whole value of words between two marks (*app id*, #app id#), or 0.
func markedWords(text string) int {
	if text == "" || strings.IndexByte("*#!", text[0]) < 0 {
		return 0
	}
	n := 1 + strings.IndexByte(text[1:min(len(text), maxPlaceholder)], text[0])
	if n <= 1 || !strings.Contains(text[:n], " ") || n+1 < len(text) && text[n+1] != ';' && !isLineEnd(text[n+1]) {
		return 0
	}
	if found := placeholder.Find(text[:n+1]); len(found) != 1 || found[0].Len() != n+1 {
		return 0
	}
	return n + 1
}

// placeholderAt returns the length of the bracketed placeholder that text
// starts with, which may hold white space, or 0.
func placeholderAt(text string) int {
	n := 0
	for n < len(text) && n < 2 && (text[n] == '$' || text[n] == '#') {
		n++
	}
	if n == len(text) || closing(text[n]) == 0 || n == 0 && text[0] == '(' {
		return 0
	}
	open, end, depth := text[n], closing(text[n]), 0
	for i := n; i < min(len(text), maxPlaceholder); i++ {
		switch text[i] {
		case open:
			depth++
		case end:
			if depth--; depth == 0 {
				if i == n+1 {
					return 0
				}
				return i + 1
			}
		case ';', '\n':
			return 0
		}
	}
	return 0
}

// afterPlaceholders returns a keyword without the placeholders in front of it, which
// stand for whole pairs; one that is nothing else stays.
func afterPlaceholders(keyword string) string {
	rest := keyword
	for rest != "" {
		n := placeholderAt(rest)
		if n == 0 {
			return rest
		}
		rest = rest[n:]
	}
	return keyword
}

// openBefore returns the offset of the bracket that the one behind text closes,
// or -1 where it is not on the line or too far for a placeholder.
func openBefore(text string, open, closing byte) int {
	depth := 0
	for i := len(text) - 1; i >= max(0, len(text)-maxPlaceholder); i-- {
		switch text[i] {
		case closing:
			depth++
		case open:
			if depth == 0 {
				return i
			}
			depth--
		case '\n', ';':
			return -1
		}
	}
	return -1
}

// opening returns the bracket that c closes, or 0.
func opening(c byte) byte {
	switch c {
	case ')':
		return '('
	case ']':
		return '['
	case '}':
		return '{'
	case '>':
		return '<'
	}
	return 0
}

// closing returns the bracket that closes c, or 0.
func closing(c byte) byte {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '<':
		return '>'
	}
	return 0
}
