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
//
// A text of 4 GiB or more is not read: the diagnostic says so, and the tree is
// that of the empty text.
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
	}
	return parse(tree, text)
}

// mostSegments returns how many segments text can have: one, and at most one
// behind each semicolon.
func mostSegments(text string) int { return strings.Count(text, ";") + 1 }

// parse reads text into tree, which has room enough for its segments.
func parse(tree *ast.ConnectionString, text string) diag.List {
	if isTooLong(uint64(len(text))) {
		return append(parse(tree, ""), tooLong())
	}
	tree.Reset(text)
	p := parser{text: text, plain: allPlain(text)}
	for start := 0; ; {
		p.seg = tree.Append(start)
		end := p.segment(start)
		p.seg.At.End = uint32(end)
		if end == len(text) {
			return p.diags
		}
		start = end + 1
	}
}

type parser struct {
	text  string
	seg   *ast.Segment // the one being read
	diags diag.List

	// plain says that every byte is plain. To find that out once saves the look at
	// each part: a third of the time of a usual string (BenchmarkParse).
	plain bool
}

// segment reads one segment from start and returns where it ends: at a
// semicolon or at the end of the text.
func (p *parser) segment(start int) int {
	text, seg := p.text, p.seg
	at := start
	if isSpaceAt(text, at) {
		at = skipSpace(text, at)
	}
	mark := firstMark(text, at)
	end := mark + until(text[mark:], ';')
	seg.At.End, seg.At.Equals = uint32(end), uint32(end) // no sign so far
	if at == end {
		seg.Kind = ast.Empty
		return end
	}
	if text[at] == '@' || mark < end && text[mark] == ':' && startsWithScheme(text[at:end]) {
		p.prefix(start, at, end)
		return end
	}
	equals := mark
	if mark < end && text[mark] != '=' {
		equals += until(text[mark:end], '=')
	}
	doubled := equals+1 < end && text[equals+1] == '='
	if doubled {
		equals = unpairedEquals(text, equals, end)
	}
	if start == 0 && equals == end && !doubled {
		p.prefix(start, at, end)
		return end
	}
	seg.Kind, seg.Doubled = ast.Pair, doubled
	return p.pair(at, equals, end)
}

// prefix reads a prefix, which stands as it is up to the first semicolon.
func (p *parser) prefix(start, at, end int) {
	if isSpaceAt(p.text, end-1) {
		end = trimSpace(p.text, at, end)
	}
	p.seg.Kind = ast.Prefix
	p.seg.At.Value, p.seg.At.ValueEnd = uint32(at), uint32(end)
	if start > 0 {
		p.misplacedPrefix()
	} else if !p.plain {
		p.checkText(p.seg.ValueSpan(), inPrefix)
	}
}

// pair reads a keyword, from at to the sign at equals, and a value from there to
// end, the segment's; where the sign is at end there is none. It returns where
// the segment ends: there, or later where quotes hold the semicolon.
func (p *parser) pair(at, equals, end int) int {
	text, seg := p.text, p.seg
	keywordEnd := equals
	if isSpaceAt(text, equals-1) {
		keywordEnd = trimSpace(text, at, equals)
	}
	seg.At.Keyword, seg.At.KeywordEnd, seg.At.Equals = uint32(at), uint32(keywordEnd), uint32(equals)
	if equals == end {
		p.missingEquals()
	}
	if !p.plain {
		p.checkText(seg.KeywordSpan(), inKeyword)
	}
	if keywordEnd == at {
		p.emptyKeyword()
	}
	if equals == end {
		return end
	}
	at = equals + 1
	if isSpaceAt(text, at) {
		at = skipSpace(text, at)
	}
	if at == end {
		seg.At.Value, seg.At.ValueEnd = uint32(at), uint32(at)
		return end
	}
	if c := text[at]; isQuote(c) {
		return p.quoted(at, c)
	}
	valueEnd := end
	if isSpaceAt(text, end-1) {
		valueEnd = trimSpace(text, at, end)
	}
	seg.At.Value, seg.At.ValueEnd = uint32(at), uint32(valueEnd)
	if !p.plain {
		p.checkText(seg.ValueSpan(), inBareValue)
	}
	if isQuote(text[valueEnd-1]) {
		p.strayQuote()
	}
	return end
}

// unpairedEquals returns the offset of the first '=' from at to end that is
// not half of a "==", or end.
func unpairedEquals(text string, at, end int) int {
	for {
		at += until(text[at:end], '=')
		if !strings.HasPrefix(text[at:end], "==") {
			return at
		}
		at += len("==")
	}
}

// quoted reads a quoted value from its opening quote and returns where its
// segment ends.
func (p *parser) quoted(open int, quote byte) int {
	p.seg.Quote = quote
	at := open + 1
	for {
		n := strings.IndexByte(p.text[at:], quote)
		if n < 0 {
			p.seg.At.End = uint32(len(p.text))
			p.seg.At.Value, p.seg.At.ValueEnd = uint32(open), uint32(len(p.text)+1)
			p.unterminatedQuote()
			p.checkQuoted()
			return len(p.text)
		}
		at += n + 1
		if at == len(p.text) || p.text[at] != quote {
			break
		}
		p.seg.Doubled = true
		at++
	}
	p.seg.At.Value, p.seg.At.ValueEnd = uint32(open), uint32(at)
	p.checkQuoted()
	if isSpaceAt(p.text, at) {
		at = skipSpace(p.text, at)
	}
	if at == len(p.text) || p.text[at] == ';' {
		return at
	}
	end := at + until(p.text[at:], ';')
	p.textAfterQuote(source.Span{Start: at, End: trimSpace(p.text, at, end)})
	return end
}

// checkQuoted looks for what even quotes cannot hold: NUL and invalid UTF-8.
func (p *parser) checkQuoted() {
	if p.plain {
		return
	}
	span := p.seg.ValueText()
	if value := span.Slice(p.text); strings.IndexByte(value, 0) >= 0 || !utf8.ValidString(value) {
		p.checkText(span, inQuotes)
	}
}
