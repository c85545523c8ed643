package recognize

import (
	"kustoconn/internal/fold"
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// startBefore returns where the string begins whose first keyword of ours is
// at keyword: there, or before the prefix or the misspelt pairs in front of it.
func (s *scanner) startBefore(keyword, floor int) int {
	const maxBefore = 8 // segments
	start := keyword
	for range maxBefore {
		end, ok := semicolonBefore(s.text, floor, start)
		if !ok {
			return start
		}
		from, isPair, ok := s.segmentBefore(floor, end)
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

// semicolonBefore returns the end of the segment before the one that starts at
// start: a semicolon stands between them, and at most one line end.
func semicolonBefore(text string, floor, start int) (end int, ok bool) {
	before := strings.TrimRight(text[floor:start], " \t\r\n;")
	end = floor + len(before)
	between := text[end:start]
	if before == "" || !strings.Contains(between, ";") || strings.Count(between, "\n") > 1 {
		return 0, false
	}
	return end, !endsEntity(before, between)
}

// segmentBefore returns where the segment begins that ends at end: a pair with
// an unknown keyword that was meant to be ours, or else a prefix.
func (s *scanner) segmentBefore(floor, end int) (start int, isPair, ok bool) {
	token := tokenBefore(s.text, floor, end)
	word := s.text[token:end]
	if scheme := innerURI(word); scheme >= 0 {
		if fold.Contains(word[:scheme], "jdbc:", 0) {
			return token, false, true
		}
		return uriBefore(s.text, floor, token+scheme), false, true
	}
	if equals := strings.LastIndexByte(word, '='); equals > 0 {
		if start, ok = phraseBefore(s.text, floor, token+equals, s.isProperty); ok {
			return start, true, true
		}
		if !isSetting(word[:equals]) {
			return 0, false, false
		}
		token += equals + 1
	}
	start, ok = barePrefixBefore(s.text, floor, token, end)
	return start, false, ok
}

// isProperty reports whether a keyword was meant to be ours, or is that of
// another product.
func (s *scanner) isProperty(keyword string) bool {
	_, foreign := vocabulary.LookupForeign(keyword)
	return foreign || s.suggestions.isOurs(keyword)
}

// barePrefixBefore returns where the prefix without a scheme begins that ends
// at end and, with marks in front of it, starts at token. A secret's keyword
// before it, with a colon or nothing for its equals sign, belongs to it.
func barePrefixBefore(text string, floor, token, end int) (start int, ok bool) {
	for token < end && !isWordByte(text[token]) && strings.IndexByte("{<[$%*@", text[token]) < 0 {
		token++
	}
	if token == end || !isPlainPlace(text[token:end]) {
		return 0, false
	}
	if keyword, ok := secretBefore(text, floor, token); ok {
		return keyword, true
	}
	return token, true
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
		if fold.Contains(name, part, 0) {
			return true
		}
	}
	return false
}

// uriBefore returns where the URI begins whose "://" is at offset. A driver's
// name before the scheme (jdbc:sqlserver://) belongs to it, a placeholder that has
// the URI for its default (${x:https://) does not.
func uriBefore(text string, floor, at int) int {
	colon := at
	for at > floor && (isWordByte(text[at-1]) && text[at-1] < 0x80 || strings.IndexByte("+-.", text[at-1]) >= 0) {
		at--
	}
	if scheme := strings.TrimLeft(text[at:colon], "_+-."); len(scheme) < colon-at && scheme != "" && isWebScheme(scheme) {
		return colon - len(scheme) // behind emphasis
	}
	if at > floor+1 && text[at-1] == ':' && isWordByte(text[at-2]) && !startsDefault(text[floor:at]) {
		for at > floor && (isWordByte(text[at-1]) || text[at-1] == ':') {
			at--
		}
	}
	return at
}

// startsDefault reports whether text ends with the start of a placeholder, up to the
// colon before its default.
func startsDefault(text string) bool {
	const longest = 64
	text = text[max(0, len(text)-longest):]
	open := strings.LastIndex(text, "${")
	return open >= 0 && !strings.ContainsAny(text[open:], " \t\r\n;=}\"'")
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

// pairsBefore returns how many pairs stand before start on its line, a semicolon
// behind each; they are nobody's.
func pairsBefore(text string, start int) (n int) {
	const maxPairs, maxPair = 8, 100
	for n < maxPairs {
		end, ok := semicolonBefore(text, 0, start)
		if !ok || strings.ContainsAny(text[end:start], "\r\n") {
			return n
		}
		from := max(0, end-maxPair)
		from += strings.LastIndexAny(text[from:end], ";\r\n") + 1
		keyword, _, isPair := strings.Cut(text[from:end], "=")
		if !isPair || !isPhrase(strings.TrimSpace(keyword)) {
			return n
		}
		n, start = n+1, from
	}
	return n
}

// followsLogKey reports whether a key stands before start that logs give a server,
// and nobody a connection string: url=, endpoint=.
func followsLogKey(text string, start int) bool {
	if start == 0 || text[start-1] != '=' {
		return false
	}
	at := start - 1
	for at > 0 && start-at < maxKeyword && isWordByte(text[at-1]) {
		at--
	}
	return isLogKey(text[at : start-1])
}

func isLogKey(name string) bool {
	switch name {
	case "url", "uri", "endpoint", "cluster", "host", "server", "addr", "target", "upstream":
		return true
	}
	return false
}
