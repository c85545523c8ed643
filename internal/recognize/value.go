package recognize

import (
	"strings"

	"kustoconn/schema"
	"kustoconn/source"
)

// maxQuoted bounds a quoted value in running text, in bytes: the longest is a
// certificate with its key. Beyond it the quote counts as open.
const maxQuoted = 32 << 10

// value reads the value from offset on, leaves r.at behind it, and reports
// whether it may be a secret cut short by a semicolon.
func (r *ruler) value(offset int, id schema.ID) (secret bool) {
	r.at = offset
	at := r.skipBlank(offset)
	if at == len(r.text) || isLineEnd(r.text[at]) || r.text[at] == ';' {
		return false
	}
	if c := r.text[at]; c == '"' || c == '\'' {
		if r.closes(at) && r.nothingQuoted(at) {
			return false
		}
		r.quotedValue(at, c)
		return false
	}
	r.at = at
	r.bareValue(id)
	return id == schema.None || schema.Secrets().Has(id)
}

// nothingQuoted reports whether the quote at offset ends what the string
// stands in and does not begin a value: a pair without a value is last.
func (r *ruler) nothingQuoted(at int) bool {
	rest := r.text[at+1:]
	if rest == "" || strings.IndexByte(" \t\r\n,)]}+>", rest[0]) >= 0 {
		return true
	}
	n := strings.IndexByte(rest[:min(len(rest), maxQuoted)], r.closer)
	return n < 0 && rest[0] == ';'
}

// quotedValue reads a value from its opening quote. One without a second quote
// goes to the end of its line: it may hold a secret.
func (r *ruler) quotedValue(open int, quote byte) {
	limit := min(len(r.text), open+1+maxQuoted)
	for at := open + 1; ; {
		n := strings.IndexByte(r.text[at:limit], quote)
		if n < 0 {
			break
		}
		at += n + 1
		if at < len(r.text) && r.text[at] == quote {
			at++
			continue
		}
		if strings.ContainsAny(r.text[open:at], "\r\n") && !r.endsPair(at) {
			break
		}
		r.quoted = append(r.quoted, source.Span{Start: open + 1, End: at - 1})
		r.at = at
		r.afterQuote()
		return
	}
	r.at = open + 1
	r.toLineEnd()
}

// endsPair reports whether a quotation mark before offset can be the second
// one of a value that holds line ends: no other text follows it on its line.
func (r *ruler) endsPair(offset int) bool {
	at := r.skipBlank(offset)
	return at == len(r.text) || r.text[at] == ';' || r.ends(at)
}

// afterQuote reads on where text follows a closing quote and is no end: a quote
// inside the value that is not doubled.
func (r *ruler) afterQuote() {
	if r.at == len(r.text) || !isWordByte(r.text[r.at]) {
		return
	}
	r.bareValue(schema.None)
}

// bareValue reads a value without quotes: to a semicolon, the line's end, the
// closer, or white space behind which no further pair follows.
func (r *ruler) bareValue(id schema.ID) {
	start := r.at
	depth := 0
	looked := false
	for r.at < len(r.text) {
		c := r.text[r.at]
		switch {
		case c == ';':
			return
		case isLineEnd(c):
			r.at = start + len(trimSentence(r.text[start:r.at]))
			return
		case isQuote(c) && r.closes(r.at):
			if r.escaped {
				r.at--
			}
			return
		case c == r.closer && !isQuote(c):
			if depth == 0 {
				return
			}
			depth--
		case c == r.opener && !isQuote(c):
			depth++
		case c == '<' && isTag(r.text[r.at:]):
			return
		case isBlank(c):
			if looked {
				break
			}
			looked = true
			semicolon, ok := r.continues(r.at, id)
			if !ok {
				r.at = start + len(trimSentence(r.text[start:r.at]))
				return
			}
			r.at = semicolon
			return
		}
		if n := placeholderAt(r.text[r.at:]); n > 0 {
			r.at += n
			continue
		}
		r.at++
	}
	r.at = start + len(trimSentence(r.text[start:r.at]))
}

// closes reports whether the quote at offset ends what the string stands in.
func (r *ruler) closes(at int) bool {
	return r.text[at] == r.closer && isQuote(r.closer) && r.escaped == (r.text[at-1] == '\\')
}

// isTag reports whether text starts with a tag that ends an element or a line.
func isTag(text string) bool {
	return strings.HasPrefix(text, "</") || len(text) > 3 && strings.EqualFold(text[:3], "<br")
}

// continues reports whether the white space at offset stands inside a value:
// whether a known keyword follows the next semicolon of the line. It returns
// that semicolon.
func (r *ruler) continues(at int, id schema.ID) (semicolon int, ok bool) {
	const maxWords = 256 // bytes of a value from its first white space on
	rest := r.text[at:min(len(r.text), at+maxWords)]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	n := strings.IndexByte(rest, ';')
	if n < 0 || strings.Contains(rest[:n], "://") {
		return 0, false
	}
	if r.closer != 0 && strings.IndexByte(rest[:n], r.closer) >= 0 {
		return 0, false
	}
	if strings.TrimSpace(rest[:n]) == "" {
		return at + n, true
	}
	if id != schema.None {
		switch schema.Get(id).Type {
		case schema.TypeBool, schema.TypeURI, schema.TypeGUID:
			return 0, false
		}
	}
	keyword, _, found := strings.Cut(r.text[at+n+1:min(len(r.text), at+n+1+maxKeyword)], "=")
	if !found {
		return 0, false
	}
	_, known := schema.Lookup(strings.TrimSpace(keyword))
	return at + n, known
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

// trimSentence returns a value without the marks of the sentence that it ends:
// a full stop, a bracket or a quote that nothing in the value opens. A value of
// nothing but such marks stays; of a secret, that is one, few bytes are lost.
func trimSentence(value string) string {
	const maxMarks = 3
	for marks := 0; len(value) > 1 && marks < maxMarks; marks++ {
		last := value[len(value)-1]
		switch {
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
