package dotnet

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"kustoconn/source"
)

// Pair is one keyword and value as DbConnectionStringBuilder reads them.
type Pair struct {
	Keyword string // lower-cased by ToLowerInvariant, "==" taken for "="
	Value   string // without its quotes
	Unset   bool   // there is no value, which removes the keyword
	// KeywordSpan and ValueSpan are where the two stand, the quotes of the
	// value left out.
	KeywordSpan, ValueSpan source.Span
}

// FormatError is the ArgumentException that DbConnectionStringBuilder rejects
// a text with.
type FormatError struct {
	// Index is the position that the message names, in UTF-16 code units
	// from 0; -1 where it is about a keyword and names none.
	Index int
	// Span is the faulty part: from the byte at Index to where the fault was
	// noticed, or the keyword.
	Span source.Span
}

// ParseADONET splits text as setting DbConnectionStringBuilder.ConnectionString
// does (dotnet/runtime, DbConnectionOptions.Common.cs, as of .NET 10). It
// returns the pairs in the order in which they are assigned, or an error and
// no pairs. A byte that is no UTF-8 is kept and counts as one code unit. It
// costs one pass over text.
func ParseADONET(text string) ([]Pair, *FormatError) {
	p := adonetParser{text: text}
	var pairs []Pair
	for p.skip() {
		pair, ok := p.pair()
		if !ok {
			break
		}
		pairs = append(pairs, pair)
	}
	if p.err != nil {
		return nil, p.err
	}
	for _, pair := range pairs {
		// Checked where a value is assigned, so after all of the text.
		if !pair.Unset && strings.ContainsFunc(pair.Keyword, unicode.IsControl) {
			return nil, &FormatError{Index: -1, Span: pair.KeywordSpan}
		}
	}
	return pairs, nil
}

// adonetParser reads pairs from text at pos. White space is unicode.IsSpace,
// which is char.IsWhiteSpace; it goes before the control characters.
type adonetParser struct {
	text  string
	pos   int
	start int // what an error names: where the pair starts
	err   *FormatError
}

// peek returns the code point at pos; n is 0 at the end of the text.
func (p *adonetParser) peek() (r rune, n int) {
	if p.pos == len(p.text) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(p.text[p.pos:])
}

// fail ends the parsing with an error at p.start. It returns false, for its
// callers to return.
func (p *adonetParser) fail() bool {
	_, n := p.peek()
	index := 0
	for _, r := range p.text[:p.start] {
		index += utf16.RuneLen(r)
	}
	p.err = &FormatError{Index: index, Span: source.Span{Start: p.start, End: p.pos + n}}
	return false
}

// skip moves to the next pair and reports whether there is one.
func (p *adonetParser) skip() bool {
	p.start = p.pos
	for {
		r, n := p.peek()
		switch {
		case n == 0:
			return false
		case r == ';', unicode.IsSpace(r):
			p.pos += n
		case r == 0:
			p.nulls()
			return false
		case unicode.IsControl(r):
			return p.fail()
		default:
			p.start = p.pos
			return true
		}
	}
}

// nulls reads NUL characters and white space, after which the text has to
// end.
func (p *adonetParser) nulls() bool {
	for {
		r, n := p.peek()
		switch {
		case n == 0:
			return true
		case r != 0 && !unicode.IsSpace(r):
			p.start = p.pos
			return p.fail()
		}
		p.pos += n
	}
}

func (p *adonetParser) pair() (pair Pair, ok bool) {
	if !p.keyword(&pair) {
		return pair, false
	}
	p.space()
	r, n := p.peek()
	pair.ValueSpan = source.At(p.pos)
	switch {
	case n == 0, r == 0:
		pair.Unset = true
		return pair, true
	case r == ';':
		pair.Unset = true
		p.pos += n
		return pair, true
	case r == '"', r == '\'':
		return pair, p.quoted(byte(r), &pair)
	case unicode.IsControl(r):
		return pair, p.fail()
	}
	return pair, p.unquoted(&pair)
}

// keyword reads up to and past the equals sign. A doubled one is part of the
// keyword.
func (p *adonetParser) keyword(pair *Pair) bool {
	var name strings.Builder
	for {
		r, n := p.peek()
		switch {
		case n == 0:
			return p.fail()
		case strings.HasPrefix(p.text[p.pos:], "=="):
			p.pos += n
		case r == '=':
			pair.KeywordSpan = source.Span{Start: p.start, End: p.pos}
			return p.endKeyword(pair, name.String())
		case unicode.IsControl(r) && !unicode.IsSpace(r):
			return p.fail()
		}
		name.WriteString(p.text[p.pos : p.pos+n])
		p.pos += n
	}
}

func (p *adonetParser) endKeyword(pair *Pair, name string) bool {
	trimmed := strings.TrimRightFunc(name, unicode.IsSpace)
	if trimmed == "" {
		return p.fail()
	}
	pair.Keyword = strings.Map(toLowerInvariant, trimmed)
	pair.KeywordSpan.End -= len(name) - len(trimmed)
	p.pos += len("=")
	return true
}

func (p *adonetParser) space() {
	for {
		r, n := p.peek()
		if n == 0 || !unicode.IsSpace(r) {
			return
		}
		p.pos += n
	}
}

// unquoted reads a bare value, up to a semicolon or a control character. The
// latter is left for the next pair to judge.
func (p *adonetParser) unquoted(pair *Pair) bool {
	start := p.pos
	r, n := p.peek()
	for n > 0 && r != ';' && (unicode.IsSpace(r) || !unicode.IsControl(r)) {
		p.pos += n
		r, n = p.peek()
	}
	pair.Value = strings.TrimRightFunc(p.text[start:p.pos], unicode.IsSpace)
	pair.ValueSpan = source.Span{Start: start, End: start + len(pair.Value)}
	if strings.HasSuffix(pair.Value, `"`) || strings.HasSuffix(pair.Value, "'") {
		return p.fail()
	}
	if r == ';' {
		p.pos += n
	}
	return true
}

// quoted reads a value in quotes, where a doubled one stands for itself, and
// what may follow it.
func (p *adonetParser) quoted(quote byte, pair *Pair) bool {
	p.pos++
	start := p.pos
	for {
		i := strings.IndexAny(p.text[p.pos:], string([]byte{quote, 0}))
		if i < 0 {
			p.pos = len(p.text)
			return p.fail()
		}
		p.pos += i
		if p.text[p.pos] == 0 {
			return p.fail()
		}
		if !strings.HasPrefix(p.text[p.pos+1:], string(quote)) {
			break
		}
		p.pos += len(`""`)
	}
	pair.ValueSpan = source.Span{Start: start, End: p.pos}
	pair.Value = strings.ReplaceAll(p.text[start:p.pos], string([]byte{quote, quote}), string(quote))
	p.pos++
	p.space()
	switch r, n := p.peek(); {
	case n == 0:
		return true
	case r == ';':
		p.pos += n
		return true
	case r == 0:
		return p.nulls()
	}
	return p.fail()
}

// toLowerInvariant is char.ToLowerInvariant. It leaves U+0130 alone.
func toLowerInvariant(r rune) rune {
	if r == 'İ' {
		return r
	}
	return unicode.ToLower(r)
}

// toUpperOrdinal is the casing that makes two keywords one, that of
// StringComparer.OrdinalIgnoreCase. It leaves U+0131 and U+017F alone.
func toUpperOrdinal(r rune) rune {
	if r == 'ı' || r == 'ſ' {
		return r
	}
	return unicode.ToUpper(r)
}
