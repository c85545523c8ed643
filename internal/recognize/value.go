package recognize

import (
	"strings"
	"unicode/utf8"

	"kustoconn/internal/ascii"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// maxQuoted bounds a quoted value in running text, in bytes: the longest is a
// certificate with its key. Beyond it the quote counts as open.
const maxQuoted = 32 << 10

// readValue reads the value at offset, and reports whether it may be a secret
// cut short by a semicolon.
func (r *segmentReader) readValue(offset int, id schema.ID) (secret bool) {
	r.at = offset
	at := r.skipBlank(offset)
	if at == len(r.text) || isLineEnd(r.text[at]) || r.text[at] == ';' {
		return false
	}
	if c := r.text[at]; c == '"' || c == '\'' {
		if !r.around.quoteEnds(r.text, at) || !r.isAtEnd(at) {
			r.readQuoted(at)
		}
		return false
	}
	r.at = at
	r.readBare(id)
	return id == schema.None || schema.Secrets().Has(id)
}

// isAtEnd reports whether the quotation mark at offset ends what the string
// stands in and does not begin a value: a pair without a value is last.
func (r *segmentReader) isAtEnd(offset int) bool {
	rest := r.text[offset+1:]
	if rest == "" || strings.IndexByte(" \t\r\n,)]}+>", rest[0]) >= 0 {
		return true
	}
	return rest[0] == ';' && strings.IndexByte(rest[:min(len(rest), maxQuoted)], r.around.close) < 0
}

// readQuoted reads a value from its opening quotation mark. One without a
// second goes to the end of its line: it may hold a secret.
func (r *segmentReader) readQuoted(open int) {
	end, ok := r.quoteEnd(open)
	if !ok {
		r.at = open + 1
		for r.at < len(r.text) && !isLineEnd(r.text[r.at]) {
			r.at++
		}
		return
	}
	r.quoted = append(r.quoted, source.Span{Start: open + 1, End: end - 1})
	r.at = end
	if end < len(r.text) && isWordByte(r.text[end]) {
		r.readBare(schema.None) // the mark stands inside the value and is not doubled
	}
}

// quoteEnd returns the offset behind the quotation mark that closes the one at
// open, if there is one. Only with nothing else behind it on its line can it
// close a value that holds line ends.
func (r *segmentReader) quoteEnd(open int) (end int, ok bool) {
	quote := r.text[open]
	limit := min(len(r.text), open+1+maxQuoted)
	for end = open + 1; end < limit; end++ {
		n := strings.IndexByte(r.text[end:limit], quote)
		if n < 0 {
			break
		}
		end += n + 1
		if end < len(r.text) && r.text[end] == quote {
			continue // doubled
		}
		return end, !strings.ContainsAny(r.text[open:end], "\r\n") || r.isSegmentEnd(end)
	}
	return 0, false
}

// isSegmentEnd reports whether nothing follows at offset that belongs to the
// segment before it.
func (r *segmentReader) isSegmentEnd(offset int) bool {
	at := r.skipBlank(offset)
	return at == len(r.text) || r.text[at] == ';' || r.ends(at)
}

// valueSigns holds the bytes that may be more than a part of a bare value: marks of an
// enclosure and of placeholders too.
var valueSigns = func() (set [256]bool) {
	set = ascii.Set(";\r\n\"'`()[]{}<>|#$& \t,\x00")
	for c := utf8.RuneSelf; c < len(set); c++ {
		set[c] = true
	}
	return set
}()

// readBare reads a value without quotes: to a semicolon, the line's end, the
// end of what the string stands in, or white space behind which no further pair
// follows.
func (r *segmentReader) readBare(id schema.ID) {
	start, secret := r.at, schema.Secrets().Has(id)
	depth := 0 // of brackets like the one around the string
	r.at += markedWords(r.text[r.at:])
	for r.at < len(r.text) {
		c := r.text[r.at]
		if !valueSigns[c] {
			r.at++
			continue
		}
		switch {
		case c == ';':
			return
		case isLineEnd(c):
			r.trimSentenceFrom(start)
			return
		case r.around.quoteEnds(r.text, r.at):
			if r.around.escaped {
				r.at-- // the backslash belongs to the mark
			}
			return
		case r.around.bracketEnds(c):
			if depth == 0 && (!secret || r.around.open != c) {
				return
			}
			depth--
		case c >= utf8.RuneSelf && r.wordFollows(start, id), c >= utf8.RuneSelf && !secret && endsProse(r.text, r.at), c == '&' && !secret && r.parameterFollows(r.at):
			r.trimSentenceFrom(start)
			return
		case c == r.around.open && !r.around.isQuoted():
			depth++
		case c == '<' && isTag(r.text[r.at:]):
			return
		case isBlank(c) || c == ',' || c == '|':
			if value, property, ok := r.missesSemicolon(r.at); ok {
				r.at, id, start = value, property, value
				continue
			}
			if !isBlank(c) {
				break
			}
			if semicolon, ok := r.continues(r.at, id); ok {
				r.at = semicolon
			} else {
				r.trimSentenceFrom(start)
			}
			return
		}
		r.at += max(1, r.placeholderAt(r.at))
	}
	r.trimSentenceFrom(start)
}

// trimSentenceFrom takes the marks of a sentence off the value that was read
// from start on.
func (r *segmentReader) trimSentenceFrom(start int) {
	r.at = start + len(trimSentence(r.text[start:r.at], r.around.emphasis))
}

// isTag reports whether text starts with a tag that ends an element or a line.
func isTag(text string) bool {
	return strings.HasPrefix(text, "</") || len(text) > 3 && strings.EqualFold(text[:3], "<br")
}

// continues reports whether the white space at offset stands inside a value of the
// property id: whether a known keyword follows the next semicolon of the line.
// It returns that semicolon.
func (r *segmentReader) continues(offset int, id schema.ID) (semicolon int, ok bool) {
	const maxWords = 256 // bytes of a value from its first white space on
	words := r.text[offset:min(len(r.text), offset+maxWords)]
	n := strings.IndexAny(words, ";\r\n")
	if n < 0 || words[n] != ';' {
		return 0, false
	}
	words, semicolon = words[:n], offset+n
	switch {
	case strings.Contains(words, "://") || r.around.close != 0 && strings.IndexByte(words, r.around.close) >= 0:
		return 0, false
	case strings.TrimSpace(words) == "":
		return semicolon, true
	case id != schema.None && !mayHoldSpace(schema.Get(id).Type):
		return 0, false
	case id != schema.None && !schema.Secrets().Has(id) && opensLiteral(words):
		return 0, false
	}
	keyword, _, found := strings.Cut(r.text[semicolon+1:min(len(r.text), semicolon+1+maxKeyword)], "=")
	if !found {
		return 0, false
	}
	_, known := schema.Lookup(strings.TrimSpace(keyword))
	return semicolon, known
}

// opensLiteral reports whether the literal of another key opens in words, which it does not
// close: user=bob conn="AppKey=….
func opensLiteral(words string) bool {
	for _, mark := range []string{`="`, "='"} {
		if n := strings.LastIndex(words, mark); n > 0 && isWordByte(words[n-1]) && strings.IndexByte(words[n+len(mark):], mark[1]) < 0 {
			return true
		}
	}
	return false
}

// missesSemicolon reports whether a pair follows the white space or mark at offset
// before which a semicolon was forgotten: one of Kusto alone, for in a log line
// others follow as well. It returns where its value starts, and its property.
func (r *segmentReader) missesSemicolon(offset int) (value int, id schema.ID, ok bool) {
	start := r.skipBlank(offset)
	if start < len(r.text) && (r.text[start] == ',' || r.text[start] == '|') {
		start = r.skipBlank(start + 1)
	}
	name, _, found := strings.Cut(r.text[start:min(len(r.text), start+maxKeyword)], "=")
	equals := start + len(name)
	if !found || equals+1 < len(r.text) && r.text[equals+1] == '=' || strings.ContainsAny(name, ";\"'\r\n") {
		return 0, schema.None, false
	}
	keyword := strings.TrimRight(name, " \t")
	id, _ = schema.Lookup(keyword)
	return r.skipBlank(equals + 1), id, vocabulary.IsKustoOnly(keyword)
}

// mayHoldSpace reports whether white space may stand in a value of the type.
func mayHoldSpace(t schema.Type) bool {
	return t != schema.TypeBool && t != schema.TypeURI && t != schema.TypeGUID
}

// endsEmphasis reports whether value ends in the marks that stand before the
// string. Two of a pair (*x*) may be a placeholder's own; | and # come as one.
func endsEmphasis(value, emphasis string) bool {
	if emphasis == "" || len(value) == len(emphasis) || !strings.HasSuffix(value, emphasis) {
		return false
	}
	return emphasis == "|" || emphasis == "#" || strings.Count(value, emphasis)%2 == 1
}

// trimSentence returns a value without the marks of the sentence that it ends:
// a full stop, a bracket or a quote that nothing in the value opens, the emphasis
// that stands before the string. A value of nothing but such marks stays; of a
// secret, that is one, few bytes are lost.
func trimSentence(value, emphasis string) string {
	const maxMarks = 3
	for marks := 0; len(value) > 1 && marks < maxMarks; marks++ {
		last := value[len(value)-1]
		switch shorter := withoutProseMark(value); {
		case shorter != value:
			value = shorter
			continue
		case endsEmphasis(value, emphasis):
			value, emphasis = value[:len(value)-len(emphasis)], ""
			marks--
			continue
		case strings.IndexByte(".,:!?", last) >= 0:
		case opening(last) != 0 && strings.Count(value, string(last)) > strings.Count(value, string(opening(last))):
		case isQuote(last) && strings.Count(value, string(last))%2 == 1:
		default:
			return value
		}
		value = value[:len(value)-1]
	}
	return value
}

// placeholderAt returns the length of the placeholder at offset, or 0. One in single braces
// does not go on behind the mark that ends what the string stands in: the braces are those
// of JSON.
func (r *segmentReader) placeholderAt(offset int) int {
	n := placeholderAt(r.text[offset:])
	if n == 0 || !r.around.isQuoted() || r.text[offset] != '{' || r.text[offset+1] == '{' || strings.IndexByte(r.text[offset:offset+n], r.around.close) < 0 {
		return n
	}
	return 0
}
