package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/source"
)

// A record of pairs may say the name of a secret as the value of one, and the secret as that of another: so
// does CEF, cs1Label=AppKey cs1=….

// isNextField reports whether a word behind a keyword, which is in the name that starts at offset start, is another
// pair of a record where the name is the value of one: label=AppKey cs2=foo.
func isNextField(text string, start int, word string) bool {
	name, value, found := strings.Cut(word, "=")
	return found && start > 0 && text[start-1] == '=' && isName(name) && !vocabulary.IsMixed(name) && strings.Trim(value, "=") != ""
}

// label ends the name of a field that holds the name of another.
const label = "Label="

// labelledValue returns the value of the field whose label is a secret's keyword, on the same line.
func labelledValue(text string, name secretName) (span source.Span, ok bool) {
	start := identifierStart(text, name)
	if !strings.HasSuffix(text[:start], label) {
		return span, false
	}
	before := lineBefore(text, start-len(label))
	field := before[strings.LastIndexAny(before, " \t|")+1:] + "="
	line := source.Span{Start: max(start-longestArgument, start-len(label)-len(before)), End: min(lineEndNear(text, start), start+longestArgument)}
	near := line.Slice(text)
	for at := 0; field != "="; {
		n := strings.Index(near[at:], field)
		if n < 0 {
			break
		}
		at += n + len(field)
		if first := at - len(field); first == 0 || strings.IndexByte(" \t|", near[first-1]) >= 0 {
			span = source.Span{Start: at, End: at + fieldLength(near[at:])}
			return span.Shift(line.Start), !span.Empty()
		}
	}
	return span, false
}

// fieldLength returns the length of the value of CEF that text starts with: up to the name of the next field.
func fieldLength(text string) int {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '=')
		if n < 0 {
			return len(text)
		}
		at += n
		if blank := strings.LastIndexAny(text[:at], " \t"); blank >= 0 && blank+1 < at && isName(text[blank+1:at]) {
			return len(strings.TrimRight(text[:blank], " \t"))
		}
	}
}
