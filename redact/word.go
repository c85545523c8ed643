package redact

import (
	"slices"
	"strings"
)

// isDubious reports whether a word may be a part of a secret: it is no word of a
// language, no number with its unit, no pair of a log, no URL and no sign.
func isDubious(word string) bool {
	word = strings.Trim(word, "()[]{}<>.,:!?'\"`")
	if word == "" {
		return false
	}
	if scheme, place, found := strings.Cut(word, "://"); found && (place != "" || isPlainName(scheme)) || strings.HasPrefix(word, "HTTP/") {
		return false
	}
	if name, _, found := strings.Cut(word, "="); found && (isPlainName(name) || isVariableName(name)) {
		return false
	}
	return !isPlainWord(word) && !isQuantity(word)
}

// isPlainName reports whether a log may name a value so.
func isPlainName(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && c != '_' && c != '-' && c != '.' {
			return false
		}
	}
	return name != ""
}

// isVariableName reports whether a name is one of a variable of the environment: words in capital
// letters.
func isVariableName(name string) bool {
	return strings.IndexByte(name, '_') > 0 && isUpper(name[0]) && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") == ""
}

// isPlainWord reports whether a word is one of a language: letters, with capital ones
// at its start or all through, and signs between its parts.
func isPlainWord(word string) bool {
	const longest = 24
	if len(word) > longest {
		return false
	}
	small, capital, letters := 0, 0, 0
	for i := range len(word) {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			small++
			letters++
		case isUpper(c):
			if letters > 0 {
				capital++
			}
			letters++
		case strings.IndexByte("-/'_|>.,", c) >= 0:
			letters = 0
		default:
			return false
		}
	}
	return capital == 0 || small == 0
}

// isInCapitals reports whether a word is in capital letters, and no level of a log: behind
// a value that is too short it is rather its rest than a sentence's.
func isInCapitals(word string) bool {
	const shortest = 4
	word = strings.Trim(word, "()[]{}<>.,:!?'\"`")
	return len(word) >= shortest && strings.ToUpper(word) == word && !slices.Contains(levels, strings.ToLower(word))
}

// isQuantity reports whether a word is a number, with a unit behind it.
func isQuantity(word string) bool {
	digits := strings.TrimLeft(word, "0123456789.,:-")
	switch {
	case len(digits) == len(word):
		return false
	case strings.IndexByte("0123456789", word[0]) < 0:
		return false
	}
	switch strings.ToLower(digits) {
	case "", "ms", "s", "us", "µs", "ns", "m", "h", "b", "kb", "mb", "gb", "kib", "mib", "%", "x":
		return len(word) <= 10
	}
	return false
}

// trimEnd returns a value in running text without the marks of what stands around it:
// those of a sentence, and brackets and quotation marks that nothing in it opens.
func trimEnd(text string) string {
	const most = 8
	for range most {
		if len(text) < 2 {
			break
		}
		last := text[len(text)-1]
		open := byte(0)
		switch last {
		case ')':
			open = '('
		case ']':
			open = '['
		case '}':
			open = '{'
		case '>':
			open = '<'
		case '.', ',', ':', '!', '?':
		case '"', '\'', '`':
			if strings.Count(text, string(last))%2 == 0 {
				return text
			}
			text = strings.TrimRight(text[:len(text)-1], "\\")
			continue
		default:
			return text
		}
		if open != 0 && strings.Count(text, string(last)) <= strings.Count(text, string(open)) {
			return text
		}
		text = text[:len(text)-1]
	}
	return text
}
