package ast

import (
	"iter"

	"kustoconn/source"
)

// TokenKind says what a token is. The zero TokenKind is invalid.
type TokenKind uint8

// The kinds of tokens.
const (
	_             TokenKind = iota
	WhiteSpace              // around keywords, values and prefixes
	PrefixText              // a prefix
	Keyword                 // a keyword
	EqualsSign              // the sign that ends a keyword
	Value                   // a value with its quotes
	Separator               // the semicolon between two segments
	MalformedText           // a malformed segment
)

// Token is a stretch of the text.
type Token struct {
	Kind    TokenKind
	Span    source.Span
	Segment int // index of the segment; a separator belongs to the one before it
}

// Tokens walks over the text from its first byte to its last, token by token.
// No token is empty, and no byte is left out.
func (c *ConnectionString) Tokens() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := range c.Segments {
			s := &c.Segments[i]
			if i > 0 && !yield(Token{Separator, source.Span{Start: s.Span().Start - 1, End: s.Span().Start}, i - 1}) {
				return
			}
			for t := range s.tokens() {
				t.Segment = i
				if !t.Span.Empty() && !yield(t) {
					return
				}
			}
		}
	}
}

func (s *Segment) tokens() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		at := s.Span().Start
		token := func(kind TokenKind, end int) bool {
			t := Token{Kind: kind, Span: source.Span{Start: at, End: end}}
			at = end
			return yield(t)
		}
		switch s.Kind {
		case Prefix:
			_ = token(WhiteSpace, s.ValueSpan().Start) &&
				token(PrefixText, s.ValueSpan().End) &&
				token(WhiteSpace, s.Span().End)
		case Pair:
			_ = token(WhiteSpace, s.KeywordSpan().Start) &&
				token(Keyword, s.KeywordSpan().End) &&
				token(WhiteSpace, s.Equals()) &&
				token(EqualsSign, s.Equals()+1) &&
				token(WhiteSpace, s.ValueSpan().Start) &&
				token(Value, s.ValueSpan().End) &&
				token(WhiteSpace, s.Span().End)
		case Empty:
			token(WhiteSpace, s.Span().End)
		default:
			token(MalformedText, s.Span().End)
		}
	}
}
