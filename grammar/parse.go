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
// where there are none. Parsing is linear in the text and makes one
// allocation, two where there are more than six segments, and one more for
// each value that holds a doubled quote and each keyword that holds a doubled
// '='.
//
// After an error parsing goes on behind the semicolon that ends the segment;
// an open quote runs to the end of the text. A segment with an error is a
// node of the tree, but no pair.
func Parse(text string) (*ast.ConnectionString, diag.List) {
	tree := newTree(mostSegments(text))
	return tree, parse(tree, text)
}

// newTree returns a tree with room for so many segments. Usual strings have
// few, and get tree and room in one allocation, which takes less time than two.
func newTree(segments int) *ast.ConnectionString {
	switch {
	case segments <= 2:
		var few struct {
			tree ast.ConnectionString
			room [2]ast.Segment
		}
		few.tree.Segments = few.room[:0]
		return &few.tree
	case segments <= 6:
		var usual struct {
			tree ast.ConnectionString
			room [6]ast.Segment
		}
		usual.tree.Segments = usual.room[:0]
		return &usual.tree
	}
	return &ast.ConnectionString{Segments: make([]ast.Segment, 0, segments)}
}

// ParseInto is Parse into a tree that is there already, whose former contents
// go. Its memory serves again where it suffices: reading a usual string into
// the tree of another one allocates nothing.
func ParseInto(tree *ast.ConnectionString, text string) diag.List {
	if most := mostSegments(text); most > cap(tree.Segments) {
		tree.Segments = make([]ast.Segment, 0, most)
	} else {
		clear(tree.Segments[:most])
	}
	return parse(tree, text)
}

// mostSegments returns how many segments text can have: one, and at most one
// behind each semicolon.
func mostSegments(text string) int { return strings.Count(text, ";") + 1 }

// parse reads text into tree, whose segments have room enough that is zero.
func parse(tree *ast.ConnectionString, text string) diag.List {
	p := parser{text: text, plain: allPlain(text), colon: -1}
	segments := tree.Segments[:0]
	for start := 0; ; {
		segments = segments[:len(segments)+1]
		seg := &segments[len(segments)-1]
		p.seg = seg
		end := p.segment(seg, start)
		seg.Span = source.Span{Start: start, End: end}
		if end == len(text) {
			break
		}
		start = end + 1
	}
	tree.Text, tree.Segments = text, segments
	return p.diags
}

type parser struct {
	text  string
	seg   *ast.Segment // the one being read
	diags diag.List

	// What is found out once for the whole text saves the look at each part of
	// it (measured: a third of the time of a usual string).
	plain bool // every byte is plain
	colon int  // offset of the next ':', or that of the text's end
}

// segment reads one segment from start into seg and returns where it ends: at
// a semicolon or at the end of the text.
//
// Here is most of the parser's time. What is done for each segment stands here
// as a whole, and white space is looked for where there is some: with a
// function for each part a usual string takes half as long again.
func (p *parser) segment(seg *ast.Segment, start int) int {
	text := p.text
	seg.Equals = -1
	at := start
	if !isGraphicAt(text, at) {
		at = skipSpace(text, at)
	}
	end := len(text)
	if n := strings.IndexByte(text[at:], ';'); n >= 0 {
		end = at + n
	}
	if at == end {
		seg.Kind = ast.Empty
		return at
	}
	if p.colon < at {
		p.findColon(at)
	}
	if text[at] == '@' || p.colon < end && startsWithScheme(text[at:end]) {
		p.prefix(start, at, end)
		return end
	}
	equals, doubled := end, false
	if n := strings.IndexByte(text[at:end], '='); n >= 0 {
		equals = at + n
		if doubled = equals+1 < end && text[equals+1] == '='; doubled {
			equals = unpairedEquals(text, equals, end)
		}
	}
	if start == 0 && equals == end && !doubled {
		p.prefix(start, at, end)
		return end
	}
	seg.Kind = ast.Pair
	keywordEnd := equals
	if !isGraphicAt(text, equals-1) {
		keywordEnd = trimSpace(text, at, equals)
	}
	seg.Keyword = text[at:keywordEnd]
	seg.KeywordSpan = source.Span{Start: at, End: keywordEnd}
	if doubled {
		seg.Keyword = strings.ReplaceAll(seg.Keyword, "==", "=")
	}
	if equals == end {
		p.missingEquals()
	}
	if !p.plain {
		p.checkText(seg.KeywordSpan, inKeyword)
	}
	if equals == end {
		return end
	}
	seg.Equals = equals
	if keywordEnd == at {
		p.emptyKeyword()
	}
	at = equals + 1
	if !isGraphicAt(text, at) {
		at = skipSpace(text, at)
	}
	if at == end {
		seg.Unset = true
		seg.ValueSpan = source.At(at)
		return at
	}
	if c := text[at]; isQuote(c) {
		return p.quoted(at, c)
	}
	valueEnd := end
	if !isGraphicAt(text, end-1) {
		valueEnd = trimSpace(text, at, end)
	}
	seg.Value = text[at:valueEnd]
	seg.ValueSpan = source.Span{Start: at, End: valueEnd}
	if !p.plain {
		p.checkText(seg.ValueSpan, inBareValue)
	}
	if isQuote(text[valueEnd-1]) {
		p.strayQuote()
	}
	return end
}

// findColon sets p.colon to the first colon from at on.
func (p *parser) findColon(at int) {
	p.colon = len(p.text)
	if n := strings.IndexByte(p.text[at:], ':'); n >= 0 {
		p.colon = at + n
	}
}

// unpairedEquals returns the offset of the first '=' from at to end that is
// not half of a "==", or end.
func unpairedEquals(text string, at, end int) int {
	for {
		n := strings.IndexByte(text[at:end], '=')
		if n < 0 {
			return end
		}
		at += n
		if at+1 == end || text[at+1] != '=' {
			return at
		}
		at += len("==")
	}
}

// prefix reads a prefix, which stands as it is up to the first semicolon.
func (p *parser) prefix(start, at, end int) {
	p.seg.Kind = ast.Prefix
	if !isGraphicAt(p.text, end-1) {
		end = trimSpace(p.text, at, end)
	}
	p.seg.ValueSpan = source.Span{Start: at, End: end}
	p.seg.Value = p.seg.ValueSpan.Slice(p.text)
	if start > 0 {
		p.misplacedPrefix()
	} else if !p.plain {
		p.checkText(p.seg.ValueSpan, inPrefix)
	}
}

// quoted reads a quoted value from its opening quote and returns where its
// segment ends.
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
	end := len(p.text)
	if n := strings.IndexByte(p.text[rest:], ';'); n >= 0 {
		end = rest + n
	}
	p.textAfterQuote(source.Span{Start: rest, End: trimSpace(p.text, rest, end)})
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
