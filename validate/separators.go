package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// separator is a place in a value where a semicolon was probably forgotten: the
// keyword of a property stands there as if a pair began.
type separator struct {
	segment  int
	at       source.Span // what stands in the semicolon's place, often a blank
	keyword  source.Span
	property schema.ID // what the keyword names
	value    source.Span
}

// separators returns the places where a semicolon is missing, in order. They are
// looked for once, and only in a text with more equals signs than pairs.
func (p *pass) separators() []separator {
	if !p.separated {
		p.separated = true
		if !p.hasExtraEquals() {
			return nil
		}
		for i := range p.Tree.Segments {
			p.findSeparators(i)
		}
	}
	return p.missing
}

// hasExtraEquals reports whether an equals sign stands in a value, without which
// no separator is missing.
func (p *pass) hasExtraEquals() bool {
	n := strings.Count(p.Tree.Text, "=")
	for i := range p.Tree.Segments {
		if n == 0 {
			return false
		}
		if p.Tree.Segments[i].Equals() >= 0 {
			n--
		}
	}
	return n > 0
}

// findSeparators adds the separators that are missing in segment i: in a prefix,
// in a value without quotation marks, and behind the mark that closes a value.
func (p *pass) findSeparators(i int) {
	s := &p.Tree.Segments[i]
	in := valueReader{text: p.Tree.Text, segment: i, id: p.ID(i)}
	switch {
	case s.Kind == ast.Prefix, s.Kind == ast.Pair && s.Quote == 0:
		in.value = s.ValueSpan()
	case s.Kind == ast.Malformed && s.Fault == rule.TextAfterQuote:
		in.value = source.Span{Start: s.ValueSpan().End, End: s.Span().TrimSpace(p.Tree.Text).End}
	default:
		return
	}
	p.missing = in.read(p.missing)
}

// valueReader looks for missing separators in one value.
type valueReader struct {
	text    string
	value   source.Span // what is still to be read
	segment int
	id      schema.ID // whose value it is
}

func (r *valueReader) read(found []separator) []separator {
	first := len(found)
	for floor, at := r.value.Start, r.value.Start; ; {
		n := strings.IndexByte(r.text[at:r.value.End], '=')
		if n < 0 {
			return found
		}
		equals := at + n
		for at = equals + 1; at < r.value.End && r.text[at] == '='; at++ {
		}
		s, ok := r.keywordBefore(floor, equals)
		floor = at
		if !ok || at > equals+1 {
			continue
		}
		if len(found) > first {
			last := &found[len(found)-1]
			last.value = trimmed(r.text, source.Span{Start: last.value.Start, End: s.at.Start})
		}
		s.value = trimmed(r.text, source.Span{Start: at, End: r.value.End})
		found = append(found, s)
		r.id, r.value.Start = s.property, at
	}
}

// keywordBefore returns the longest known keyword that ends, white space aside,
// before the equals sign, begins at floor or behind it, and stands where a pair
// could begin.
func (r *valueReader) keywordBefore(floor, equals int) (s separator, ok bool) {
	const longest = 63 // bytes without blanks of a keyword that Lookup finds
	end := floor + len(strings.TrimRightFunc(r.text[floor:equals], unicode.IsSpace))
	letters := 0
	for at := end; at >= floor && letters <= longest; {
		c, size := utf8.DecodeLastRuneInString(r.text[:at])
		if at < end && r.text[at] != ' ' && r.begins(at, c) {
			if id, known := schema.Lookup(r.text[at:end]); known && r.counts(r.text[at:end]) {
				s = separator{segment: r.segment, keyword: source.Span{Start: at, End: end}, property: id}
			}
		}
		if c != ' ' && (r.isMark(at-size) || unicode.IsSpace(c)) || size == 0 {
			break
		}
		if c != ' ' {
			letters++
		}
		at -= size
	}
	if s.property == schema.None {
		return s, false
	}
	s.at = source.Span{Start: r.gapBefore(floor, s.keyword.Start), End: s.keyword.Start}
	return s, true
}

// begins reports whether a pair could begin at offset, behind the character c:
// white space, at the value's start also that before the value, or a mark.
func (r *valueReader) begins(offset int, c rune) bool {
	if unicode.IsSpace(c) {
		return true
	}
	return offset > r.value.Start && r.isMark(offset-1)
}

// isMark reports whether a mark that people write for a semicolon stands at
// offset. An ampersand in the query of a URI separates parameters.
func (r *valueReader) isMark(offset int) bool {
	if offset < r.value.Start {
		return false
	}
	switch r.text[offset] {
	case ',', ':', '|':
		return true
	case '&':
		return !r.isURI() || strings.IndexByte(r.text[r.value.Start:offset], '?') < 0
	}
	return false
}

func (r *valueReader) isURI() bool {
	return r.id != schema.None && schema.Get(r.id).Type == schema.TypeURI
}

// counts reports whether a known keyword is likely to begin a pair here: in names
// for tracing and of users, which may hold anything, only one that is Kusto's alone.
func (r *valueReader) counts(keyword string) bool {
	switch r.id {
	case schema.UserID, schema.ApplicationNameForTracing, schema.ClientVersionForTracing, schema.UserNameForTracing:
		return schema.IsKustoOnly(keyword)
	}
	return true
}

// gapBefore returns where begins what a semicolon has to stand for: the white space
// before the keyword at offset, and a mark in it.
func (r *valueReader) gapBefore(floor, offset int) int {
	trim := func(at int) int { return floor + len(strings.TrimRightFunc(r.text[floor:at], unicode.IsSpace)) }
	at := trim(offset)
	if at > floor && r.isMark(at-1) {
		at = trim(at - 1)
	}
	return at
}

func trimmed(text string, s source.Span) source.Span {
	if s.End < s.Start {
		s.End = s.Start
	}
	return s.TrimSpace(text)
}
