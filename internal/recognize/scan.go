package recognize

import (
	"strings"

	"kustoconn/source"
)

// scanner finds strings in running text. It goes from one equals sign to the
// next: where a keyword of ours stands before it, the string around is
// read to its ends, judged, and passed over as a whole.
type scanner struct {
	text        string
	suggestions *suggestions
	found       []Found
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
		keyword, ok := s.suggestions.keywordBefore(s.text, floor, equals)
		if !ok {
			keyword, ok = s.keywordAfterURI(floor, equals)
		}
		if !ok {
			continue
		}
		r := newSegmentReader(s.text[:to], s.startBefore(keyword, floor), s.suggestions)
		s.judge(r, keyword)
		at = max(at, r.at)
		floor = at
	}
}

// judge reads the string that r stands at, whose first keyword of ours is at
// keyword, and adds it if it is one, or else those in its quoted values.
func (s *scanner) judge(r *segmentReader, keyword int) {
	start := r.at
	r.readString(keyword)
	e := gather(s.text[start:r.at], false, s.suggestions)
	before := pairsBefore(s.text, start)
	e.pairs, e.others = e.pairs+before, e.others+before
	if followsLogKey(s.text, start) {
		e.pairs, e.others = e.pairs+1, e.others+1+e.near
	}
	if kind := e.verdict(false); kind != none {
		s.found = append(s.found, Found{source.Span{Start: start, End: r.at}.TrimSpace(s.text), kind})
		return
	}
	for _, inner := range r.quoted {
		s.scan(inner.Start, inner.End)
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
