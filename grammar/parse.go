// Package grammar reads the text of a connection string into its tree, in one
// pass, and goes on after errors.
//
// The language is
//
//	[prefix] { ";" [pair] }
//
// Sources: the documentation ("Kusto connection strings") for the prefix, and
// the ADO.NET grammar (dotnet/runtime, DbConnectionOptions.Common.cs) for the
// pairs. Deliberate differences from ADO.NET, the whole list:
//
//   - a segment in which no unpaired '=' ends the keyword is malformed;
//     ADO.NET glues it to the next one, so that its keywords may hold a ';'
//   - a control character in a keyword is an error even where the value is
//     empty
//   - NUL is an error anywhere; ADO.NET allows a tail of them
//   - a later segment that starts with '@' or a scheme is a misplaced prefix
//   - the prefix itself, which ADO.NET does not have
//
// Package formal, below this one, declares the same language for readers; a
// fuzz test holds that the two agree.
package grammar

import (
	"strings"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/source"
)

// Parse reads text. The tree is never nil and prints text back; the
// diagnostics are the syntax errors, in order, with spans in bytes, and nil
// where there are none. Parsing is linear in the text and makes two
// allocations, and one more for each value that holds a doubled quote and
// each keyword that holds a doubled '='.
//
// After an error parsing goes on behind the semicolon that ends the segment;
// an open quote runs to the end of the text. A segment with an error is a
// node of the tree, but no pair.
func Parse(text string) (*ast.ConnectionString, diag.List) {
	tree := new(ast.ConnectionString)
	return tree, ParseInto(tree, text)
}

// ParseInto is Parse into a tree that is there already, whose former contents
// go. Its memory serves again where it suffices: reading a usual string into
// the tree of another one allocates nothing.
func ParseInto(tree *ast.ConnectionString, text string) diag.List {
	p := parser{text: text, plain: allPlain(text), segments: tree.Segments[:0]}
	p.findScheme(0)
	// There is one segment at most behind each semicolon.
	if most := strings.Count(text, ";") + 1; most > cap(p.segments) {
		p.segments = make([]ast.Segment, 0, most)
	} else {
		clear(p.segments[:most])
	}
	for start := 0; ; {
		p.segments = p.segments[:len(p.segments)+1]
		p.seg = &p.segments[len(p.segments)-1]
		p.seg.Equals = -1
		p.seg.Span.Start = start
		end := p.segment(start)
		p.seg.Span.End = end
		start = end + 1
		if end == len(text) {
			break
		}
	}
	tree.Text, tree.Segments = text, p.segments
	return p.diags
}

type parser struct {
	text     string
	segments []ast.Segment
	seg      *ast.Segment // the one being read
	diags    diag.List

	// What is found out once for the whole text saves the look at each part of
	// it (measured: a third of the time of a usual string).
	plain  bool // every byte is plain
	scheme int  // offset of the next "://", or that of the text's end
}

// segment reads one segment from start and returns where it ends: at a
// semicolon or at the end of the text.
func (p *parser) segment(start int) int {
	at := skipSpace(p.text, start)
	switch {
	case at == len(p.text) || p.text[at] == ';':
		p.seg.Kind = ast.Empty
		return at
	case p.text[at] == '@', p.schemeAfter(at) && startsWithScheme(p.text[at:]):
		return p.prefix(at)
	case start == 0:
		end := p.segmentEnd(at)
		if strings.IndexByte(p.text[at:end], '=') < 0 {
			return p.prefix(at)
		}
	}
	return p.pair(at)
}

// schemeAfter reports whether there is a "://" from at on.
func (p *parser) schemeAfter(at int) bool {
	if p.scheme < at {
		p.findScheme(at)
	}
	return p.scheme < len(p.text)
}

// findScheme finds the next "://" from at on.
func (p *parser) findScheme(at int) {
	p.scheme = len(p.text)
	if n := strings.Index(p.text[at:], "://"); n >= 0 {
		p.scheme = at + n
	}
}

// prefix reads a prefix, which stands as it is up to the first semicolon.
func (p *parser) prefix(at int) int {
	end := p.segmentEnd(at)
	p.seg.Kind = ast.Prefix
	p.seg.ValueSpan = source.Span{Start: at, End: at + len(trimRight(p.text[at:end]))}
	p.seg.Value = p.seg.ValueSpan.Slice(p.text)
	if len(p.segments) > 1 {
		p.misplacedPrefix()
		return end
	}
	if !p.plain {
		p.checkText(p.seg.ValueSpan, inPrefix)
	}
	return end
}

// pair reads keyword = value from the first character of the keyword.
func (p *parser) pair(start int) int {
	p.seg.Kind = ast.Pair
	end := p.segmentEnd(start)
	at, doubled := p.keywordEnd(start, end)
	keyword := trimRight(p.text[start:at])
	p.seg.KeywordSpan = source.Span{Start: start, End: start + len(keyword)}
	p.seg.Keyword = keyword
	if doubled {
		p.seg.Keyword = strings.ReplaceAll(keyword, "==", "=")
	}
	if at == end {
		p.missingEquals()
	}
	if !p.plain {
		p.checkText(p.seg.KeywordSpan, inKeyword)
	}
	if at == end {
		return end
	}
	p.seg.Equals = at
	if keyword == "" {
		p.emptyKeyword()
	}
	return p.value(skipSpace(p.text, at+1), end)
}

// keywordEnd returns the offset of the '=' that ends a keyword, or end, and
// whether the keyword holds doubled ones.
func (p *parser) keywordEnd(at, end int) (equals int, doubled bool) {
	for {
		n := strings.IndexByte(p.text[at:end], '=')
		if n < 0 {
			return end, doubled
		}
		at += n
		if at+1 == end || p.text[at+1] != '=' {
			return at, doubled
		}
		doubled = true
		at += len("==")
	}
}

// value reads a value from its first character. Where that is no quotation
// mark, end is where the segment ends.
func (p *parser) value(at, end int) int {
	if at == end {
		p.seg.Unset = true
		p.seg.ValueSpan = source.At(at)
		return at
	}
	if c := p.text[at]; isQuote(c) {
		return p.quoted(at, c)
	}
	value := trimRight(p.text[at:end])
	p.seg.Value = value
	p.seg.ValueSpan = source.Span{Start: at, End: at + len(value)}
	if !p.plain {
		p.checkText(p.seg.ValueSpan, inBareValue)
	}
	if endsInQuote(value) {
		p.strayQuote()
	}
	return end
}

// quoted reads a quoted value from its opening quote.
func (p *parser) quoted(open int, quote byte) int {
	p.seg.Quote = quote
	at, doubled := open+1, false
	for {
		n := strings.IndexByte(p.text[at:], quote)
		if n < 0 {
			p.seg.ValueSpan = source.Span{Start: open, End: len(p.text)}
			p.seg.Value = p.text[open+1:]
			p.unterminatedQuote()
			p.checkQuoted(open + 1)
			return len(p.text)
		}
		at += n + 1
		if at == len(p.text) || p.text[at] != quote {
			break
		}
		doubled = true
		at++
	}
	p.seg.ValueSpan = source.Span{Start: open, End: at}
	p.seg.Value = p.text[open+1 : at-1]
	p.checkQuoted(open + 1)
	if doubled {
		p.seg.Value = strings.ReplaceAll(p.seg.Value, string([]byte{quote, quote}), string([]byte{quote}))
	}
	rest := skipSpace(p.text, at)
	if rest == len(p.text) || p.text[rest] == ';' {
		return rest
	}
	end := p.segmentEnd(rest)
	p.textAfterQuote(source.Span{Start: rest, End: rest + len(trimRight(p.text[rest:end]))})
	return end
}

// checkQuoted looks for what even quotes cannot hold: NUL and invalid UTF-8.
func (p *parser) checkQuoted(start int) {
	if p.plain {
		return
	}
	if strings.IndexByte(p.seg.Value, 0) >= 0 || !utf8.ValidString(p.seg.Value) {
		p.checkText(source.Span{Start: start, End: start + len(p.seg.Value)}, inQuotes)
	}
}

// segmentEnd returns the offset of the next semicolon, or of the text's end.
func (p *parser) segmentEnd(at int) int {
	if n := strings.IndexByte(p.text[at:], ';'); n >= 0 {
		return at + n
	}
	return len(p.text)
}
