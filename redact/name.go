package redact

import (
	"strings"

	"kustoconn/source"
)

// secretName is the keyword of a secret property as it stands in a text, however it
// is spelt: "AppKey", "application_key", "UserToken".
type secretName struct {
	span source.Span
	// ours says that it is nobody else's: "AppKey", and not "Password".
	ours bool
	// spaced says that blanks stand between its words, as in a sentence.
	spaced bool
}

// nameEnds are the last words of the keywords of secrets, in lower case, with what
// may stand before them, the longest first.
var nameEnds = []struct {
	word   string
	before [][]string // words, from the last
}{
	{"key", [][]string{{"application"}, {"app"}, {"private", "certificate", "application"}}},
	{"token", [][]string{{"application"}, {"app"}, {"user"}, {"usr"}}},
	{"blob", [][]string{{"certificate", "application"}}},
	{"password", [][]string{{}}},
	{"pwd", [][]string{{}}},
}

// nameStarts holds, by the first letter of the words of nameEnds, a bit for each second
// one: the low five of a letter's, whatever its case. Most of a text is passed over by it
// (BenchmarkRedact).
var nameStarts = func() (starts [256]uint32) {
	for _, end := range nameEnds {
		starts[end.word[0]] |= 1 << (end.word[1] & 0x1f)
	}
	return starts
}()

// nextName returns the first keyword of a secret in text[from:].
func nextName(text string, from int) (name secretName, ok bool) {
	for at := from; at+1 < len(text); at++ {
		if nameStarts[text[at]|0x20]>>(text[at+1]&0x1f)&1 == 0 {
			continue
		}
		for i := range nameEnds {
			end := &nameEnds[i]
			if !hasWord(text[at:], end.word) {
				continue
			}
			behind := at + len(end.word) + suffixLength(text[at+len(end.word):])
			if isWordByte(text, behind) && !startsJoint(text[behind:]) {
				continue
			}
			for _, before := range end.before {
				if name, ok := nameBefore(text, from, at, before); ok {
					name.span.End = behind
					name.ours = len(before) > 0
					return name, true
				}
			}
		}
	}
	return secretName{}, false
}

// nameAtEnd returns the last keyword of a secret in text[from:], if text ends with it.
func nameAtEnd(text string, from int) (name secretName, ok bool) {
	name, ok = nextName(text, from)
	for ok && name.span.End < len(text) {
		name, ok = nextName(text, name.span.End)
	}
	return name, ok
}

// suffixLength returns the length of what programs put behind a name at the start of
// text to say that they mean its value, or which one: ".value", "_SECRET", "2", "_1".
func suffixLength(text string) int {
	at := 0
	if rest, ok := strings.CutPrefix(text, "?."); ok {
		at = len(text) - len(rest)
	} else if text != "" && strings.IndexByte("_.-", text[0]) >= 0 {
		at++
	}
	digits := at
	for digits < len(text) && digits-at < 4 && '0' <= text[digits] && text[digits] <= '9' {
		digits++
	}
	for _, word := range []string{"value", "secret"} {
		if at > 0 && hasWord(text[at:], word) {
			digits = at + len(word)
		}
	}
	if digits == at || isWordByte(text, digits) {
		return 0
	}
	return digits
}

// wideJoints are the signs beyond ASCII that join a value as an equals sign does.
var wideJoints = []string{"→", "＝", "：", "│"}

// startsJoint reports whether text starts with a sign beyond ASCII that joins a value.
func startsJoint(text string) bool {
	return wideJoint(text) > 0 || blankSize(text) > 0
}

// wideJoint returns the size of the sign of wideJoints that text starts with; 0 for none.
func wideJoint(text string) int {
	for _, sign := range wideJoints {
		if strings.HasPrefix(text, sign) {
			return len(sign)
		}
	}
	return 0
}

// hasWord reports whether text starts with word, which is lower-case ASCII, in any
// case.
func hasWord(text, word string) bool {
	return len(text) >= len(word) && text[0]|0x20 == word[0] && strings.EqualFold(text[:len(word)], word)
}

// nameBefore returns the keyword whose last word stands at offset, if the given words
// stand before that one.
func nameBefore(text string, from, offset int, words []string) (name secretName, ok bool) {
	start := offset
	for _, word := range words {
		gap := start
		for gap > from && start-gap < 2 && strings.IndexByte(" _-.\t+", text[gap-1]) >= 0 {
			gap--
		}
		name.spaced = name.spaced || gap < start && (text[start-1] == ' ' || text[start-1] == '\t')
		start = gap - len(word)
		if start < from || !strings.EqualFold(text[start:gap], word) {
			return name, false
		}
	}
	name.span.Start = start
	return name, startsName(text, start, len(words) > 0)
}

// startsName reports whether a keyword may begin at offset: not amid a word, unless
// an upper-case letter begins one there, or behind the sign of an escape.
func startsName(text string, offset int, ours bool) bool {
	if offset == 0 {
		return true
	}
	before := text[offset-1]
	switch {
	case before == '_' || before == '.':
		return true
	case before == 'D' && offset > 1 && text[offset-2] == '-': // java -DAppKey=…
		return true
	case before == '-' && (offset == 1 || text[offset-2] == '\n' || text[offset-2] == '\r'): // of a line that a diff takes away
		return true
	case before == '-':
		return ours || isWordByte(text, offset-2) || offset > 1 && (text[offset-2] == '-' || text[offset-2] == ' ') || strings.HasPrefix(optionBefore(text, offset), "--")
	case before == '/':
		return ours
	case before >= 0x80 || !isWordByte(text, offset-1):
		return true
	case offset > 1 && text[offset-2] == '\\' && strings.IndexByte("ntrbf", before) >= 0:
		return true
	}
	return isUpper(text[offset]) && (!isUpper(before) || endsInAcronym(text, offset))
}

// endsInAcronym reports whether a name goes on at offset behind letters that stand for words:
// AADAppKey, DBPassword.
func endsInAcronym(text string, offset int) bool {
	const shortest, longest = 2, 6
	if offset+1 == len(text) || isUpper(text[offset+1]) {
		return false
	}
	start := offset
	for start > 0 && offset-start <= longest && isUpper(text[start-1]) {
		start--
	}
	return offset-start >= shortest && offset-start <= longest && !isWordByte(text, start-1)
}
