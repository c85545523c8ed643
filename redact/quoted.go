package redact

import (
	"strings"
	"unicode/utf8"
)

// openingQuote returns where the literal begins that a quotation mark opens at
// offset, and the mark with the backslashes before it. Letters before the mark may say
// which kind of literal it is.
func openingQuote(text string, offset int) (start int, mark string, ok bool) {
	at := offset
	for at < len(text) && at < offset+2 && strings.IndexByte("@$bBfFhHLNrRuU", text[at]) >= 0 {
		at++
	}
	from := at
	for at < len(text) && text[at] == '\\' {
		at++
	}
	if at == len(text) || strings.IndexByte("\"'`", text[at]) < 0 {
		return 0, "", false
	}
	return at + 1, text[from : at+1], true
}

// closingQuote returns where the mark stands that closes what starts at start: one
// that is neither doubled nor behind another backslash, or limit, the end of the line.
// A mark behind one backslash closes it where a pair follows: the backslash is the
// value's last sign.
func closingQuote(text string, start, limit int, mark string) (end int, ok bool) {
	slashes := len(mark) - 1
	for at := start; at < limit; {
		n := strings.Index(text[at:limit], mark)
		if n < 0 {
			break
		}
		at += n
		before := 0
		for at-before > start && text[at-before-1] == '\\' {
			before++
		}
		next := at + len(mark)
		switch {
		case before > 0 && (slashes > 0 || before%2 == 1) && !(slashes == 0 && isPairBehind(text[next:limit], mark)):
			at = next
		case strings.HasPrefix(text[next:limit], mark):
			at = next + len(mark)
		default:
			return at, true
		}
	}
	return limit, false
}

// isPairBehind reports whether what follows a mark is a semicolon and a pair of a known
// keyword, or another name with its value in such marks.
func isPairBehind(behind, mark string) bool {
	const longest = 64
	if behind == "" || strings.IndexByte("; \t,", behind[0]) < 0 {
		return false
	}
	if behind[0] == ';' && isKeyword(behind[1:]) {
		return true
	}
	name, _, found := strings.Cut(behind[:min(len(behind), longest)], "="+mark)
	name = strings.Trim(name, "; \t,")
	return found && name != "" && strings.IndexFunc(name, isNoNameByte) < 0
}

func isNoNameByte(r rune) bool {
	return r >= utf8.RuneSelf || strings.IndexByte("-._", byte(r)) < 0 && !isWordByte(string(r), 0)
}

// isAmidWord reports whether text starts with a colon or bar that joins what is on both
// sides of it.
func isAmidWord(text string) bool {
	return len(text) > 1 && (text[0] == ':' || text[0] == '|') && isWordByte(text, 1)
}

// isBackslashOfSecret reports whether text starts with a backslash that begins no escape.
func isBackslashOfSecret(text string) bool {
	return len(text) > 1 && text[0] == '\\' && isWordByte(text, 1) && strings.IndexByte("nrtbfvuUx01234567", text[1]) < 0
}

// endsSentence reports whether text starts with the sign that ends a sentence, and a blank.
func endsSentence(text string) bool {
	return strings.IndexByte(".!?", text[0]) >= 0 && (len(text) == 1 || isBlankByte(text[1]))
}
