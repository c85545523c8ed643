package redact

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// value reads the value of a secret's keyword in running text, of which nobody says
// where it ends. In doubt it goes on.
type value struct {
	text         string
	at           int // the end of what is read
	limit        int // the end of the line
	placeholders *placeholder.Set
	joint

	secrets   []source.Span // in order
	whole     bool          // nothing else stands on its line: it is all of a literal
	parameter bool          // it is that of a parameter in a query, which ends at the next one
	option    bool          // it is that of an option of a command, which other options follow
	member    bool          // it is that of a member of an object as languages print it
	quotes    bool          // it starts with a quotation mark
	closed    bool          // and ends with one
	open      string        // the mark that nothing closes; empty for none
}

// read reads the value at v.at.
func (v *value) read() {
	if v.readList() || v.readObject() || v.readDelimited() || v.readLookup() {
		return
	}
	start, mark, ok := openingQuote(v.text[:v.limit], v.at)
	if !ok {
		v.readBare()
		return
	}
	if v.readJoined(start, mark) {
		return
	}
	v.quotes = true
	end, closed := closingQuote(v.text, start, v.limit, mark)
	if !closed {
		end, closed = v.closedOnNextLine(start, mark, end)
		v.limit = endOfLine(v.text, end)
	}
	if !v.placeholders.StandsForSecret(v.text[start:end]) {
		v.add(start, end)
	}
	if !closed {
		v.at, v.open = end, mark
		return
	}
	v.at = end + len(mark)
	v.closed = start < end
	v.readOperands()
	if v.closed && !v.joint.quoted {
		if next, ok := v.goesOnBehind(mark); ok {
			v.add(end, next)
			v.at, v.closed = next, false
			v.readBare()
			return
		}
	}
	switch {
	case start == end && v.at < v.limit && v.text[v.at] == '`': // an empty one in a piece of code
	case v.at == v.limit || isBlankByte(v.text[v.at]):
		if start == end {
			v.readWords()
		}
	case start == end && v.text[v.at] == ';' && !v.quoted:
		v.readSegments()
	case !v.joint.quoted && isAmidWord(v.text[v.at:v.limit]): // text behind the mark is the secret's
		v.closed = false
		v.readBare()
	case strings.IndexByte(",;:)]}>\\|", v.text[v.at]) >= 0 && (start < end || v.joint.quoted || strings.HasPrefix(v.text[v.at:v.limit], ", ")) && !isBackslashOfSecret(v.text[v.at:v.limit]):
	case strings.HasPrefix(v.text[v.at:], "/>"): // of an attribute
	case start < end && endsSentence(v.text[v.at:v.limit]):
	default: // the mark stands inside the secret
		v.closed = false
		v.readBare()
	}
}

// closedOnNextLine returns where the value ends that a quotation mark before start begins, if
// it plainly ends on the line behind limit, or is a key in PEM; else limit. Only a text that a
// container writes goes on behind a line end: the next line of a stream is goOn's.
func (v *value) closedOnNextLine(start int, mark string, limit int) (end int, ok bool) {
	const longestPEM = 16 << 10
	if limit == len(v.text) {
		return limit, false
	}
	if strings.HasPrefix(v.text[start:], "-----BEGIN") {
		if end, ok = closingQuote(v.text, start, min(len(v.text), start+longestPEM), mark); ok {
			return end, true
		}
		return limit, false
	}
	next := limit + 1
	if strings.HasPrefix(v.text[limit:], "\r\n") {
		next++
	}
	if next < len(v.text) && !startsRecord(v.text[next:endOfLine(v.text, next)]) {
		if end, ok = closesValue(v.text, next, mark); ok {
			return end, true
		}
	}
	return limit, false
}

// readList reads a list of literals, if one starts at v.at.
func (v *value) readList() bool {
	if v.text[v.at] != '[' {
		return false
	}
	at, start := skipBlanks(v.text, v.at+1), v.at
	for {
		from, mark, ok := openingQuote(v.text, at)
		if !ok || from > v.limit {
			break
		}
		end, closed := closingQuote(v.text, from, v.limit, mark)
		if !v.placeholders.StandsForSecret(v.text[from:end]) {
			v.add(from, end)
		}
		if v.at = end; !closed {
			return true
		}
		v.at += len(mark)
		if at = skipBlanks(v.text, v.at); at >= v.limit || v.text[at] != ',' {
			break
		}
		at = skipBlanks(v.text, at+1)
	}
	return v.at > start
}

// goesOnBehind reports whether the mark before v.at stands inside the secret, though a
// separator follows: the next word, which is no pair and none of a language, holds the
// mark that closes it. It returns where that word starts.
func (v *value) goesOnBehind(mark string) (start int, ok bool) {
	const longest = 256
	start = v.at
	for start < v.limit && strings.IndexByte(" \t,;:", v.text[start]) >= 0 {
		start++
	}
	word := firstWord(v.text[start:min(v.limit, start+longest)])
	word, _, _ = strings.Cut(word, ";")
	return start, strings.Count(word, mark)%2 == 1 && isDubious(word) && !isKeyword(v.text[start:v.limit])
}

// add adds a secret. One that touches the last is a part of it.
func (v *value) add(start, end int) {
	if start >= end {
		return
	}
	if k := len(v.secrets) - 1; k >= 0 && v.secrets[k].End >= start {
		v.secrets[k].End = end
		return
	}
	v.secrets = append(v.secrets, source.Span{Start: start, End: end})
}

// pemLength returns the length of what text starts with of a key in PEM, in whose marks
// blanks stand: up to its last mark, or all of text.
func pemLength(text string) int {
	const begin, end, dashes = "-----BEGIN", "-----END", "-----"
	if !strings.HasPrefix(text, begin) {
		return 0
	}
	last := strings.Index(text, end)
	if last < 0 {
		return len(text)
	}
	if n := strings.Index(text[last+len(end):], dashes); n >= 0 {
		return last + len(end) + n + len(dashes)
	}
	return len(text)
}
