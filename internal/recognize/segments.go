package recognize

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// segmentReader finds out how far a string in running text goes: it reads on
// as long as pair follows pair.
type segmentReader struct {
	text        string
	start       int // of the string
	at          int // the end of what is read
	around      enclosure
	quoted      []source.Span // quoted values read, in which another string may stand
	suggestions *suggestions
}

// newSegmentReader returns a reader of the string that starts at start.
func newSegmentReader(text string, start int, suggestions *suggestions) *segmentReader {
	return &segmentReader{text: text, start: start, at: start, around: enclosureBefore(text, start), suggestions: suggestions}
}

// readString reads the string at r.at, whose first keyword of ours is at
// keyword, up to the end of its last segment, the semicolon there included.
func (r *segmentReader) readString(keyword int) {
	if r.at < keyword {
		r.skipPrefix()
	}
	for {
		equals := r.at + strings.IndexByte(r.text[r.at:], '=')
		id, _ := schema.Lookup(strings.TrimSpace(r.text[r.at:equals]))
		secret := r.readValue(equals+1, id)
		if !r.readSemicolons() {
			return
		}
		for secret && r.readRestOfSecret() {
			if !r.readSemicolons() {
				return
			}
		}
		if !r.pairFollows(secret) {
			return
		}
	}
}

// skipPrefix moves from the first segment, which a semicolon ends, to the next
// one, unless it is a pair.
func (r *segmentReader) skipPrefix() {
	segment := r.text[r.at : r.at+strings.IndexByte(r.text[r.at:], ';')]
	name, _, isPair := strings.Cut(segment, "=")
	if isPair && !strings.Contains(name, "://") && placeholder.Find(segment) == nil {
		return
	}
	rest := strings.TrimLeft(r.text[r.at+len(segment):], "; \t\r\n")
	r.at = len(r.text) - len(rest)
}

// readSemicolons reads the semicolons after a segment, with the white space
// before them, and reports whether there are any.
func (r *segmentReader) readSemicolons() bool {
	found := false
	for {
		at := r.skipBlank(r.at)
		if at == len(r.text) || r.text[at] != ';' {
			return found
		}
		found = true
		r.at = at + 1
	}
}

// readRestOfSecret reads what directly follows the semicolon after a bare
// secret and is no pair: a piece of the secret, which held the semicolon.
func (r *segmentReader) readRestOfSecret() bool {
	end := r.at
	for end < len(r.text) && !isBlank(r.text[end]) && !r.ends(end) && r.text[end] != ';' {
		if r.text[end] == '=' {
			return false
		}
		end++
	}
	if end < len(r.text) && isBlank(r.text[end]) && (r.pairFollows(false) || r.at >= end) {
		return false // it is a keyword, or placeholders, which are read now
	}
	word := r.text[r.at:end]
	if strings.Contains(word, "://") {
		return false
	}
	if end == len(r.text) || r.text[end] != ';' {
		word = trimSentence(word, r.around.emphasis)
	}
	r.at += len(word)
	return word != ""
}

// ends reports whether the byte at offset ends the line or what the string
// stands in.
func (r *segmentReader) ends(offset int) bool {
	c := r.text[offset]
	return isLineEnd(c) || r.around.bracketEnds(c) || r.around.quoteEnds(r.text, offset)
}

// skipBlank returns the offset of what follows the blanks at offset.
func (r *segmentReader) skipBlank(offset int) int {
	for offset < len(r.text) && isBlank(r.text[offset]) {
		offset++
	}
	return offset
}
