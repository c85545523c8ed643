package recognize

import (
	"strings"

	"kustoconn/schema"
	"kustoconn/source"
)

// scanner finds strings in running text. It goes from one equals sign to the
// next: where a keyword of ours stands before it, the string around is
// measured, judged, and passed over as a whole.
type scanner struct {
	text    string
	guesser *guesser
	found   []Found
}

// scan looks for strings in text[from:to].
func (s *scanner) scan(from, to int) {
	floor := from // no string begins before it
	for at := from; at < to; {
		n := strings.IndexByte(s.text[at:to], '=')
		if n < 0 {
			return
		}
		equals := at + n
		at = equals + 1
		keyword, ok := s.guesser.keywordBefore(s.text[:to], floor, equals)
		if !ok {
			keyword, ok = s.keywordAfterURI(floor, equals)
		}
		if !ok {
			continue
		}
		start := s.startBefore(keyword, floor)
		m := measure(s.text[:to], start, keyword, s.guesser)
		e := gather(s.text[start:m.end], s.guesser)
		if kind, ok := e.verdict(false); ok {
			s.found = append(s.found, Found{source.Span{Start: start, End: m.end}.TrimSpace(s.text), kind})
		} else {
			for _, inner := range m.quoted {
				s.scan(inner.Start, inner.End)
			}
		}
		at = max(at, m.end)
		floor = at
	}
}

// keywordAfterURI returns where the keyword starts that ends at the equals sign
// at offset, whatever it is, where the URI of a Kusto host and a semicolon
// stand before it.
func (s *scanner) keywordAfterURI(floor, equals int) (start int, ok bool) {
	from := max(floor, equals-maxKeyword)
	n := strings.LastIndexAny(s.text[from:equals], ";\n")
	if n < 0 || s.text[from+n] != ';' {
		return 0, false
	}
	semicolon := from + n
	token := tokenBefore(s.text, floor, semicolon)
	_, rest, found := strings.Cut(s.text[token:semicolon], "://")
	return semicolon + 1, found && namesKusto(authority(rest), 2)
}

// startBefore returns where the string begins whose first keyword of ours is
// at keyword: there, or before the prefix or the misspelt pairs in front of it.
func (s *scanner) startBefore(keyword, floor int) int {
	const maxBefore = 8 // segments
	start := keyword
	for range maxBefore {
		semicolon := len(strings.TrimRight(s.text[floor:start], " \t\r\n;")) + floor
		between := s.text[semicolon:start]
		if semicolon == floor || !strings.Contains(between, ";") || strings.Count(between, "\n") > 1 || endsEntity(s.text[floor:semicolon], between) {
			return start
		}
		from, isPair, ok := s.segmentBefore(floor, semicolon)
		if !ok {
			return start
		}
		start = from
		if !isPair {
			return start
		}
	}
	return start
}

// segmentBefore returns where the segment begins that ends at end: a pair with
// an unknown keyword that was meant to be ours, or else a prefix.
func (s *scanner) segmentBefore(floor, end int) (start int, isPair, ok bool) {
	text := s.text
	token := tokenBefore(text, floor, end)
	word := text[token:end]
	if scheme := strings.Index(word, "://"); scheme >= 0 {
		if containsFold(word[:scheme], "jdbc:") {
			return token, false, true
		}
		return uriBefore(text, floor, token+scheme), false, true
	}
	if equals := strings.LastIndexByte(word, '='); equals > 0 {
		key, ok := phraseBefore(text, floor, token+equals, func(name string) bool {
			_, foreign := schema.LookupForeign(name)
			return foreign || s.guesser.isOurs(name)
		})
		if ok {
			return key, true, true
		}
		if !isSetting(word[:equals]) {
			return 0, false, false
		}
		token += equals + 1
	}
	for token < end && !isWordByte(text[token]) && strings.IndexByte("{<[$%*@", text[token]) < 0 {
		token++
	}
	if token == end || !isPlainPlace(text[token:end]) {
		return 0, false, false
	}
	if keyword, ok := secretBefore(text, floor, token); ok {
		return keyword, false, true
	}
	return token, false, true
}

// endsEntity reports whether the semicolon between two parts ends a character
// reference (&amp;) that text ends with, and separates nothing.
func endsEntity(text, between string) bool {
	const longest = len("&thetasym")
	tail := text[max(0, len(text)-longest):]
	ampersand := strings.LastIndexByte(tail, '&')
	if ampersand < 0 || strings.Count(between, ";") > 1 {
		return false
	}
	name := strings.TrimPrefix(tail[ampersand+1:], "#")
	return isPhrase(name) && !strings.ContainsAny(name, " -.")
}

// secretBefore returns where the keyword of a secret property starts that
// stands before offset, with a colon or nothing for its equals sign.
func secretBefore(text string, floor, offset int) (start int, ok bool) {
	end := floor + len(strings.TrimRight(text[floor:offset], " \t:"))
	if end == floor || end == offset {
		return 0, false
	}
	start, ok = knownBefore(text, floor, end)
	if !ok {
		return 0, false
	}
	id, _ := schema.Lookup(text[start:end])
	return start, schema.Secrets().Has(id)
}

// isSetting reports whether an unknown name can be what a connection string is
// assigned to, rather than one pair among others.
func isSetting(name string) bool {
	for _, part := range []string{"conn", "kusto", "adx", "cluster", "uri", "url", "source", "endpoint"} {
		if containsFold(name, part) {
			return true
		}
	}
	return false
}

// uriBefore returns where the URI begins whose "://" is at offset. A driver's
// name before the scheme (jdbc:sqlserver://) belongs to it.
func uriBefore(text string, floor, at int) int {
	for at > floor && (isWordByte(text[at-1]) && text[at-1] < 0x80 || strings.IndexByte("+-.", text[at-1]) >= 0) {
		at--
	}
	if at > floor+1 && text[at-1] == ':' && isWordByte(text[at-2]) {
		for at > floor && (isWordByte(text[at-1]) || text[at-1] == ':') {
			at--
		}
	}
	return at
}

// tokenBefore returns where the word begins that ends at end: behind white
// space, a quote or a semicolon that stands in no placeholder.
func tokenBefore(text string, floor, end int) int {
	const maxToken = 4 << 10 // bytes of a URI
	floor = max(floor, end-maxToken)
	at := end
	for at > floor {
		c := text[at-1]
		if open := opening(c); open != 0 {
			if from := openBefore(text[floor:at-1], open, c); from >= 0 {
				at = floor + from
				continue
			}
		}
		if isBlank(c) || isLineEnd(c) || isQuote(c) || c == ';' {
			break
		}
		at--
	}
	return at
}

// openBefore returns the offset of the bracket that the one behind text closes,
// or -1 where it is not on the line or too far for a placeholder.
func openBefore(text string, open, closing byte) int {
	depth := 0
	for i := len(text) - 1; i >= max(0, len(text)-maxPlaceholder); i-- {
		switch text[i] {
		case closing:
			depth++
		case open:
			if depth == 0 {
				return i
			}
			depth--
		case '\n', ';':
			return -1
		}
	}
	return -1
}

// maxPlaceholder bounds the text inside a placeholder, in bytes.
const maxPlaceholder = 200

// opening returns the bracket that c closes, or 0.
func opening(c byte) byte {
	switch c {
	case ')':
		return '('
	case ']':
		return '['
	case '}':
		return '{'
	case '>':
		return '<'
	}
	return 0
}

// closing returns the bracket that closes c, or 0.
func closing(c byte) byte {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '<':
		return '>'
	}
	return 0
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func isLineEnd(c byte) bool { return c == '\n' || c == '\r' }

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }
