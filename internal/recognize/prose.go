package recognize

import (
	"kustoconn/internal/fold"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/schema"
	"kustoconn/source"
)

// proseMarks are the marks of sentences beyond ASCII that no value holds: closing
// quotation marks, brackets and stops. An ellipsis is a placeholder.
const proseMarks = "”“„’»«›‹」』】》〉）〕］｝。，、；：！？｡､"

// endsProse reports whether the character at offset is a mark of the text around
// that ends a value. A ’ inside a word is an apostrophe.
func endsProse(text string, offset int) bool {
	r, size := utf8.DecodeRuneInString(text[offset:])
	if !strings.ContainsRune(proseMarks, r) {
		return false
	}
	return r != '’' || offset+size == len(text) || !isWordByte(text[offset+size])
}

// withoutProseMark returns value without the mark that it ends with, if it does.
func withoutProseMark(value string) string {
	r, size := utf8.DecodeLastRuneInString(value)
	if size > 1 && strings.ContainsRune(proseMarks, r) {
		return value[:len(value)-size]
	}
	return value
}

// wordFollows reports whether the character at r.at starts a word of the sentence that
// the string stands in, right behind the last value, which starts at start: one of
// Chinese, Japanese or Korean behind what is ASCII, as their particles stand. Of a
// secret, only behind a placeholder for it; where the string is all of the text, only
// behind what no word can be a part of.
func (r *segmentReader) wordFollows(start int, id schema.ID) bool {
	secret := schema.Secrets().Has(id)
	if r.around.isQuoted() || r.at == start || r.text[r.at-1] >= utf8.RuneSelf || secret && placeholderAt(r.text[start:r.at]) != r.at-start {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.at:])
	if !unicode.In(c, eastAsian...) {
		return false
	}
	for at, c := range r.text[r.at:] {
		switch {
		case c == ';':
			return false // a pair follows
		case c < utf8.RuneSelf && (isBlank(byte(c)) || isLineEnd(byte(c))) || endsProse(r.text, r.at+at):
			return true
		}
	}
	return r.start > 0 || id != schema.None && !mayHoldSpace(schema.Get(id).Type)
}

// eastAsian are the scripts that put no blank between words, or between a word and its
// particle.
var eastAsian = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo}

// continuesWord reports whether the character before offset can be the part of a
// word of which an ASCII one goes on. Chinese, Japanese and Korean put no blank
// between the two.
func continuesWord(text string, offset int) bool {
	if text[offset-1] < utf8.RuneSelf {
		return isWordByte(text[offset-1])
	}
	r, _ := utf8.DecodeLastRuneInString(text[:offset])
	return (r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, eastAsian...)
}

// isQueryValue reports whether the string at start is the value of a parameter in
// a URI's query, or of one that is written like that: name=string&name=value.
func isQueryValue(text string, start int) (inQuery, isParameter bool) {
	if start == 0 || text[start-1] != '=' {
		return false, false
	}
	at := start - 1
	for at > 0 && start-at < maxKeyword && (isWordByte(text[at-1]) || text[at-1] == '-') {
		at--
	}
	if at == start-1 {
		return false, false
	}
	return at > 0 && (text[at-1] == '?' || text[at-1] == '&'), true
}

// parameterFollows reports whether the ampersand at offset separates the string
// from the next parameter: one whose name is no keyword of ours, which could be
// a pair that lacks its semicolon, where the string is in no URI's query.
func (r *segmentReader) parameterFollows(offset int) bool {
	inQuery, isParameter := isQueryValue(r.text, r.start)
	if !isParameter {
		return false
	}
	rest := r.text[offset+1 : min(len(r.text), offset+1+maxKeyword)]
	n := 0
	for n < len(rest) && (isWordByte(rest[n]) || rest[n] == '-' || rest[n] == '.') {
		n++
	}
	if n == 0 || n == len(rest) || rest[n] != '=' {
		return false
	}
	_, known := schema.Lookup(rest[:n])
	return inQuery || !known
}

// firstParameter returns the text of the parameter named key without those that
// follow, where a tool's argument is uri=string&name=value.
func firstParameter(text, key string) string {
	if !strings.EqualFold(key, "uri") {
		return text
	}
	if n := strings.Index(text, "&"); n >= 0 {
		name, _, isParameter := strings.Cut(text[n+1:], "=")
		if _, known := schema.Lookup(name); isParameter && !known && isPhrase(name) {
			return text[:n]
		}
	}
	return text
}

// innerURI returns where the "://" of the URI stands that is a parameter's value
// in the query of the one that word starts with, or of the first one where there
// is no such.
func innerURI(word string) int {
	first := strings.Index(word, "://")
	if first < 0 {
		return -1
	}
	query := strings.IndexByte(word[first:], '?')
	if query < 0 {
		return first
	}
	last := strings.LastIndex(word, "://")
	if scheme := uriBefore(word, 0, last); last > first+query && word[scheme-1] == '=' {
		return last
	}
	return first
}

// consumers are the tools that take a shorthand for an argument, in lower case.
var consumers = []string{"kusto.cli", "kusto.explorer", "lightingest"}

// ConsumerBefore returns the name of the tool in text, a line up to an argument,
// that takes connection strings for arguments, or "".
func ConsumerBefore(text string) string {
	for _, name := range consumers {
		if fold.Contains(text, name, 0) {
			return name
		}
	}
	return ""
}

// addShorthands adds the shorthands that a command in running text has for
// arguments: Kusto.Cli.exe "@help/Samples".
func (s *scanner) addShorthands() {
	for at := 0; ; {
		n := strings.Index(s.text[at:], "@")
		if n < 0 {
			return
		}
		start := at + n
		at = start + 1
		if start == 0 || !isBlank(s.text[start-1]) && !isQuote(s.text[start-1]) {
			continue
		}
		const maxLine = 200 // bytes of a command before its argument
		before := s.text[max(0, start-maxLine):start]
		before = before[strings.LastIndexAny(before, "\r\n")+1:]
		tool := ConsumerBefore(before)
		if tool == "" {
			continue
		}
		end := start
		for end < len(s.text) && !isBlank(s.text[end]) && !isLineEnd(s.text[end]) && !isQuote(s.text[end]) {
			end++
		}
		argument := trimSentence(s.text[start:end], "")
		if !strings.Contains(argument, ";") && isShorthandFor(argument, tool) {
			s.found = append(s.found, Found{source.Span{Start: start, End: start + len(argument)}, ConnectionString})
		}
		at = end
	}
}
