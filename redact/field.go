package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
)

// A record of pairs may say the name of a secret as the value of one, and the secret as that of another: so
// does CEF, cs1Label=AppKey cs1=….

// isNextField reports whether a word behind a keyword, which is in the name that starts at offset start, is another
// pair of a record where the name is the value of one: label=AppKey cs2=foo.
func isNextField(text string, start int, word string) bool {
	name := beforeSign(word)
	return start > 0 && text[start-1] == '=' && isName(name) && !vocabulary.IsMixed(name) && len(name) < len(word)-1 && word[len(word)-1] != '='
}

// label ends the name of a field that holds the name of another.
const label = "Label="

// labelledValue returns the value of the field whose label is a secret's keyword, on the same line.
func labelledValue(text string, name secretName) (start, end int, ok bool) {
	at := identifierStart(text, name)
	if !strings.HasSuffix(text[:at], label) {
		return 0, 0, false
	}
	before := strings.TrimSuffix(lineBefore(text, at, longestSegment), label)
	field := before[strings.LastIndexAny(before, " \t|")+1:] + "="
	line := at - len(label) - len(before)
	near := text[line:lineEndNear(text, at)]
	if n := strings.Index(near, field); n >= 0 && !isWordByte(near, n-1) {
		n += len(field)
		return line + n, line + n + fieldLength(text[line+n:]), len(field) > len("=")
	}
	return 0, 0, false
}

// fieldLength returns the length of the value of CEF that text starts with: up to the name of the next field, or to the
// line's end.
func fieldLength(text string) int {
	blank := -1 // the one before a word that may be a name
	for at := range len(text) {
		switch text[at] {
		case '\r', '\n':
			return at
		case ' ':
			blank = at
		case '=':
			if blank >= 0 && blank+1 < at && isName(text[blank+1:at]) {
				return blank
			}
			blank = -1
		}
	}
	return len(text)
}
