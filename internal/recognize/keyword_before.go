package recognize

import (
	"strings"
	"unicode"

	"kustoconn/schema"
)

// keywordBefore returns where the keyword starts that ends, white space aside,
// at offset equals of text: the longest known one, or else all that stands
// between two delimiters where that is a misspelt one. The keyword does not
// begin before floor.
func (s *suggestions) keywordBefore(text string, floor, equals int) (start int, ok bool) {
	end := floor + len(strings.TrimRightFunc(text[floor:equals], unicode.IsSpace))
	if end == floor || !isWordByte(text[end-1]) {
		return 0, false
	}
	start, ok = knownBefore(text, floor, end)
	if ok {
		return start, true
	}
	if !endsInStem(text[floor:end]) {
		return 0, false
	}
	return phraseBefore(text, floor, end, s.isMisspelt)
}

// knownBefore returns where the longest known keyword starts that ends at end.
func knownBefore(text string, floor, end int) (start int, ok bool) {
	floor = max(floor, end-maxKeyword)
	if !endsLikeKeyword(text[floor:end]) {
		return 0, false
	}
	at := end
	for {
		for at > floor && isWordByte(text[at-1]) && text[at-1] < 0x80 {
			at--
		}
		word := at
		for word < end && text[word] == '_' {
			word++ // emphasis
		}
		if _, known := schema.Lookup(text[word:end]); known && bounded(text, floor, at) {
			start, ok = word, true
		}
		space := at
		for space > floor && text[space-1] == ' ' {
			space--
		}
		if space == at || space == floor || !isWordByte(text[space-1]) {
			break
		}
		at = space
	}
	return start, ok
}

// phraseBefore returns where the words start that end at end and pass accept:
// all words between two delimiters or, where a sentence may stand before them,
// as few as can be.
func phraseBefore(text string, floor, end int, accept func(string) bool) (start int, ok bool) {
	limit := max(floor, end-maxKeyword)
	at := end
	for at > limit && (isWordByte(text[at-1]) || text[at-1] == ' ' || text[at-1] == '-') {
		at--
	}
	all := at + len(text[at:end]) - len(strings.TrimLeft(text[at:end], " -"))
	if at > limit && !isBlank(text[at-1]) && text[at-1] != '\n' && bounded(text, floor, all) && accept(text[all:end]) {
		return all, true
	}
	const maxWords = 6
	for start, word := end, 0; start > all && word < maxWords; word++ {
		for start > all && text[start-1] == ' ' {
			start--
		}
		for start > all && text[start-1] != ' ' {
			start--
		}
		if bounded(text, floor, start) && accept(text[start:end]) {
			return start, true
		}
	}
	return 0, false
}

// bounded reports whether a keyword can begin at offset: not inside a longer
// word, a path, an option or a query.
func bounded(text string, floor, at int) bool {
	return at == floor || !continuesWord(text, at) && strings.IndexByte(".-/&?$%#@\\", text[at-1]) < 0
}
