package redact

import (
	"strings"
	"unicode/utf8"

	"kustoconn/source"
)

// typographic are the quotation marks of printed texts: each with those that close it, in
// the languages that write it so.
var typographic = map[string][]string{
	"“": {"”"}, "”": {"”"}, "„": {"“", "”"}, "‟": {"”"}, "‘": {"’"}, "’": {"’"}, "‚": {"‘", "’"}, "«": {"»"}, "»": {"«", "»"}, "‹": {"›"}, "›": {"‹", "›"},
	"「": {"」"}, "『": {"』"}, "《": {"》"}, "〈": {"〉"}, "〝": {"〟", "〞"}, "＂": {"＂"}, "＇": {"＇"},
}

// readDelimited reads a value between marks other than quotation marks on both sides: those
// of printed texts, or what Perl and Ruby write, q(…), %q{…}.
func (v *value) readDelimited() bool {
	if v.at >= v.limit {
		return false
	}
	near := v.text[:min(v.limit, v.at+longestFormat)]
	start, end, next := typographicValue(near, v.at)
	if next == len(near) && next < v.limit {
		end, next = v.limit, v.limit
	}
	inside := source.Span{Start: start, End: end}
	if next == 0 {
		if inside, next = operatorQuoted(near, v.at); next == 0 {
			return false
		}
		start, end = v.at, next // the operator may be a part of the secret
	}
	if !v.placeholders.StandsForSecret(inside.Slice(v.text)) {
		v.add(start, end)
	}
	v.at, v.closed = next, true
	if next < v.limit && (isWordByte(v.text, next) || isAmidWord(v.text[next:v.limit])) { // the mark stands inside the secret
		v.closed = false
		v.readBare()
	}
	return true
}

// typographicValue returns what stands between typographic quotation marks at offset, and
// the end of the mark behind it, or of text; 0 where there are none.
func typographicValue(text string, offset int) (start, end, next int) {
	if text[offset] < utf8.RuneSelf {
		return 0, 0, 0
	}
	_, size := utf8.DecodeRuneInString(text[offset:])
	start = offset + size
	for _, mark := range typographic[text[offset:start]] {
		n := strings.Index(text[start:], mark)
		if n >= 0 && (next == 0 || start+n < end) {
			end = start + n
			next = end + len(mark)
		}
	}
	if next == 0 && strings.Contains("“„‚‘«「『", text[offset:start]) { // not closed
		return start, len(text), len(text)
	}
	return start, end, next
}

// operatorQuoted returns what an operator of Perl or Ruby quotes at offset, and the end of the
// mark behind it; 0 for none.
func operatorQuoted(text string, offset int) (inside source.Span, next int) {
	for _, operator := range []string{"qq", "qw", "q", "%q", "%Q", "%w", "%W", "%"} {
		rest, ok := strings.CutPrefix(text[offset:], operator)
		if !ok || rest == "" {
			continue
		}
		open := strings.IndexByte("([{<|!/", rest[0])
		if open < 0 || operator == "%" && open != 0 {
			continue
		}
		depth, mark := 0, ")]}>|!/"[open]
		for i := range len(rest) {
			switch {
			case i > 0 && rest[i] == mark:
				depth--
			case rest[i] == rest[0]:
				depth++
			}
			if depth == 0 {
				start := offset + len(operator) + 1
				inside, next = source.Span{Start: start, End: start + i - 1}, start+i
				if operator == "%" && isWordByte(text, next) { // a verb: %(name)s
					return inside, 0
				}
				return inside, next
			}
		}
	}
	return inside, 0
}
