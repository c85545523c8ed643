// Package separator finds where a semicolon was forgotten: the keyword of a
// property stands inside a value as if a pair began there. By the language it
// belongs to the value; the rules say so, masking and recognition look behind it.
//
// It stands behind schema, whose keywords it looks for.
package separator

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// Missing is a place in a text where a semicolon is missing.
type Missing struct {
	At       source.Span // what stands in the semicolon's place, often a blank; may be empty
	Keyword  source.Span
	Property schema.ID   // what the keyword names
	Value    source.Span // without white space around, up to the next such place
}

// Find returns the places in a value without quotation marks, or in a prefix, in
// order. value is its span in text, without the white space around it, id its
// property, schema.None for another one's; the spans are of text, in bytes. White
// space, or one of , : | and (but in the query of a URI) &, stands before the
// keyword, and one unpaired "=" behind it, white space aside. In names for tracing
// and of users only keywords count that are Kusto's alone. The cost is a look for
// "=" where there is none, else one pass.
func Find(text string, value source.Span, id schema.ID) []Missing {
	if strings.IndexByte(value.Slice(text), '=') < 0 {
		return nil
	}
	r := valueReader{text: text, value: value, id: id}
	return r.read()
}

// valueReader looks for missing separators in one value.
type valueReader struct {
	text  string
	value source.Span // what is still to be read
	id    schema.ID   // whose value it is
}

func (r *valueReader) read() (found []Missing) {
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
		if len(found) > 0 {
			last := &found[len(found)-1]
			last.Value = trimmed(r.text, source.Span{Start: last.Value.Start, End: s.At.Start})
		}
		s.Value = trimmed(r.text, source.Span{Start: at, End: r.value.End})
		found = append(found, s)
		r.id, r.value.Start = s.Property, at
	}
}

// keywordBefore returns the longest known keyword that ends, white space aside,
// before the equals sign, begins at floor or behind it, and stands where a pair
// could begin.
func (r *valueReader) keywordBefore(floor, equals int) (s Missing, ok bool) {
	const longest = 63 // bytes without blanks of a keyword that Lookup finds
	end := floor + len(strings.TrimRightFunc(r.text[floor:equals], unicode.IsSpace))
	letters := 0
	for at := end; at >= floor && letters <= longest; {
		c, size := utf8.DecodeLastRuneInString(r.text[:at])
		if at < end && r.text[at] != ' ' && r.begins(at, c) {
			if id, known := schema.Lookup(r.text[at:end]); known && r.counts(r.text[at:end]) {
				s = Missing{Keyword: source.Span{Start: at, End: end}, Property: id}
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
	if s.Property == schema.None {
		return s, false
	}
	s.At = source.Span{Start: r.gapBefore(floor, s.Keyword.Start), End: s.Keyword.Start}
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
		return vocabulary.IsKustoOnly(keyword)
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
