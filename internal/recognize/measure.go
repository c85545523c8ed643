package recognize

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// measured is how far a string in running text goes.
type measured struct {
	end    int
	quoted []source.Span // quoted values, in which another string may stand
}

// ruler measures one string.
type ruler struct {
	text   string
	at     int
	closer byte // the quote or bracket that ends what the string stands in, or 0
	opener byte // its other half
	// escaped says that the quote before the string has a backslash before it.
	escaped bool
	quoted  []source.Span
	guesser *guesser
}

// measure returns where the string ends that starts at start and whose first
// keyword of ours is at keyword. It reads on as long as pair follows pair.
func measure(text string, start, keyword int, g *guesser) measured {
	r := newRuler(text, start, g)
	r.at = keyword
	r.pairs(start)
	return measured{r.at, r.quoted}
}

// newRuler looks at what stands before the string that starts at start.
func newRuler(text string, start int, g *guesser) *ruler {
	r := &ruler{text: text, guesser: g}
	if start == 0 {
		return r
	}
	switch c := text[start-1]; {
	case isQuote(c):
		r.opener, r.closer = c, c
		r.escaped = start > 1 && text[start-2] == '\\'
	case closing(c) != 0:
		r.opener, r.closer = c, closing(c)
	}
	return r
}

// pairs reads segments from the keyword at r.at on and leaves r.at at the end
// of the last one, its semicolon included.
func (r *ruler) pairs(start int) {
	if start < r.at {
		r.at = start
		r.toKeyword(start)
	}
	for {
		equals := r.at + strings.IndexByte(r.text[r.at:], '=')
		id, _ := schema.Lookup(strings.TrimSpace(r.text[r.at:equals]))
		secret := r.value(equals+1, id)
		if !r.semicolons() {
			return
		}
		for secret && r.spill() {
			if !r.semicolons() {
				return
			}
		}
		next, ok := r.keywordAfter(secret)
		if !ok {
			return
		}
		r.at = next
	}
}

// toKeyword moves r.at from the prefix at start, or from the pair there, to the
// first segment that is a pair.
func (r *ruler) toKeyword(start int) {
	scheme := strings.Index(r.text[start:], "://")
	semicolon := strings.IndexByte(r.text[start:], ';')
	equals := strings.IndexByte(r.text[start:], '=')
	if equals < semicolon && (scheme < 0 || scheme > equals) && placeholder.Find(r.text[start:start+semicolon]) == nil {
		return
	}
	r.at = start + semicolon
	for r.at < len(r.text) && (r.text[r.at] == ';' || isBlank(r.text[r.at]) || isLineEnd(r.text[r.at])) {
		r.at++
	}
}

// semicolons reads the semicolons after a segment, with the white space before
// them, and reports whether there are any.
func (r *ruler) semicolons() bool {
	any := false
	for {
		at := r.skipBlank(r.at)
		if at == len(r.text) || r.text[at] != ';' {
			return any
		}
		any = true
		r.at = at + 1
	}
}

// spill reads what directly follows the semicolon after a bare secret and is no
// pair: a piece of the secret, which held the semicolon.
func (r *ruler) spill() bool {
	if r.at == len(r.text) || isBlank(r.text[r.at]) || r.ends(r.at) {
		return false
	}
	end := r.at
	for end < len(r.text) && !isBlank(r.text[end]) && !r.ends(end) && r.text[end] != ';' {
		if r.text[end] == '=' {
			return false
		}
		end++
	}
	if end < len(r.text) && isBlank(r.text[end]) {
		if _, pair := r.keywordAfter(false); pair {
			return false
		}
	}
	word := r.text[r.at:end]
	if strings.Contains(word, "://") {
		return false
	}
	if end == len(r.text) || r.text[end] != ';' {
		word = trimSentence(word)
	}
	r.at += len(word)
	return word != ""
}

// ends reports whether the byte at offset ends the line or what the string
// stands in.
func (r *ruler) ends(at int) bool {
	c := r.text[at]
	return isLineEnd(c) || isQuote(c) && r.closes(at) || c == r.closer && !isQuote(c)
}

// keywordAfter returns where the next keyword starts, if a pair follows on the
// line. afterSecret lets any text before an equals sign be one.
func (r *ruler) keywordAfter(afterSecret bool) (start int, ok bool) {
	start = r.skipBlank(r.at)
	for {
		hole := r.wholePlaceholders(start)
		if hole == start {
			break
		}
		r.at = hole
		if !r.semicolons() {
			return 0, false
		}
		start = r.skipBlank(r.at)
	}
	glued := start == r.at
	limit := min(len(r.text), start+2*maxKeyword)
	for end := start; end < limit; end++ {
		switch c := r.text[end]; {
		case c == ';' || r.ends(end):
			return 0, false
		case c == '=':
			return start, r.plausible(r.text[start:end], glued, afterSecret)
		}
	}
	return 0, false
}

// wholePlaceholders returns the end of a segment at offset that is nothing but
// placeholders, such as one for more pairs, or offset.
func (r *ruler) wholePlaceholders(offset int) int {
	end := offset
	for end < len(r.text) && !isBlank(r.text[end]) && !r.ends(end) && r.text[end] != ';' && r.text[end] != '=' {
		n := placeholderAt(r.text[end:])
		if n == 0 {
			if word := r.text[offset:r.wordEnd(end)]; len(trimSentence(word)) == end-offset {
				return end
			}
			return offset
		}
		end += n
	}
	if end < len(r.text) && r.text[end] == '=' {
		return offset
	}
	return end
}

// plausible reports whether the text before an equals sign can be a keyword of
// the string before it.
func (r *ruler) plausible(text string, glued, afterSecret bool) bool {
	keyword := afterHoles(strings.TrimSpace(text))
	if _, known := schema.Lookup(keyword); known {
		return true
	}
	if afterSecret && glued {
		return !strings.Contains(text, "://")
	}
	if !isPhrase(keyword) || len(keyword) > maxKeyword {
		return false
	}
	_, foreign := schema.LookupForeign(keyword)
	return glued || foreign || len(keyword) == len(text) && !strings.Contains(keyword, " ") || r.guesser.isOurs(keyword)
}

// wordEnd returns where the word around offset ends.
func (r *ruler) wordEnd(offset int) int {
	const maxMarks = 8
	end := offset
	for end < min(len(r.text), offset+maxMarks) && !isBlank(r.text[end]) && !isLineEnd(r.text[end]) {
		end++
	}
	return end
}

func (r *ruler) skipBlank(at int) int {
	for at < len(r.text) && isBlank(r.text[at]) {
		at++
	}
	return at
}

func (r *ruler) toLineEnd() {
	for r.at < len(r.text) && !isLineEnd(r.text[r.at]) {
		r.at++
	}
}
