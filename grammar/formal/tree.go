package formal

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"kustoconn/ast"
)

// is reports whether token is one of the rule of that name.
func is(token lexer.Token, rule string) bool { return token.Type == tokens().Symbols()[rule] }

// tree returns the tree of text, which c was read from: a segment from each
// semicolon to the next, with the pair or the prefix that starts in it.
func (c *connectionString) tree(text string) *ast.ConnectionString {
	tree := new(ast.ConnectionString)
	tree.Reset(text)
	segment := func(start, end int) *ast.Segment {
		s := tree.Append(start)
		s.Kind, s.At.End, s.At.Equals = ast.Empty, uint32(end), uint32(end)
		return s
	}
	ends := c.ends(len(text))
	if first := segment(0, ends[0]); c.First != nil {
		c.First.fill(first)
	}
	rest := c.Rest
	for i, end := range ends[1:] {
		s := segment(ends[i]+1, end)
		if len(rest) > 0 && rest[0].Pos.Offset < end {
			rest[0].fill(s)
			rest = rest[1:]
		}
	}
	return tree
}

// ends returns where the segments end: at the semicolons that part them, and
// the last one at the end of the text.
func (c *connectionString) ends(length int) []int {
	var ends []int
	for _, token := range c.Tokens {
		if is(token, "Semicolon") {
			ends = append(ends, token.Pos.Offset)
		}
	}
	return append(ends, length)
}

func (f *firstSegment) fill(s *ast.Segment) {
	if f.Pair != nil {
		f.Pair.fill(s)
		return
	}
	s.Kind = ast.Prefix
	s.At.Value, s.At.ValueEnd = span(f.Prefix.Text)
}

func (p *pair) fill(s *ast.Segment) {
	s.Kind = ast.Pair
	s.At.Keyword, s.At.KeywordEnd = span(p.Keyword.Text)
	s.At.Equals = uint32(p.Equals.Pos.Offset)
	s.Doubled = is(p.Keyword.Text, "EscapedName")
	if p.Value == nil {
		s.At.Value, s.At.ValueEnd = s.At.End, s.At.End
		return
	}
	value := p.Value.Text
	s.At.Value, s.At.ValueEnd = span(value)
	if is(value, "DoubleQuoted") || is(value, "SingleQuoted") {
		s.Quote = value.Value[0]
		s.Doubled = s.Doubled || strings.IndexByte(value.Value[1:len(value.Value)-1], s.Quote) >= 0
	}
}

// span returns where a token starts and ends.
func span(t lexer.Token) (start, end uint32) {
	return uint32(t.Pos.Offset), uint32(t.Pos.Offset + len(t.Value))
}
