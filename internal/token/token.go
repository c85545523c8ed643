// Package token walks over a connection string token by token: what the law
// that a tree is lossless is stated in.
//
// It stands after package ast in the flow and needs nothing else.
package token

import (
	"iter"
	"strings"

	"kustoconn/ast"
	"kustoconn/source"
)

// Kind says what a token is. The zero Kind is invalid.
type Kind uint8

// The kinds of tokens.
const (
	_             Kind = iota
	WhiteSpace         // around keywords, values and prefixes
	PrefixText         // a prefix
	Keyword            // a keyword
	EqualsSign         // the sign that ends a keyword
	Value              // a value with its quotes
	Separator          // the semicolon between two segments
	MalformedText      // a malformed segment
)

// Token is a stretch of the text.
type Token struct {
	Kind    Kind
	Span    source.Span
	Segment int // index of the segment; a separator belongs to the one before it
}

// All walks over the text of tree from its first byte to its last, token by
// token. No token is empty, and no byte is left out.
func All(tree *ast.ConnectionString) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := range tree.Segments {
			s := &tree.Segments[i]
			if i > 0 && !yield(Token{Separator, source.Span{Start: s.Span().Start - 1, End: s.Span().Start}, i - 1}) {
				return
			}
			for t := range inside(s) {
				t.Segment = i
				if !t.Span.Empty() && !yield(t) {
					return
				}
			}
		}
	}
}

// inside walks over the tokens of one segment, empty ones too.
func inside(s *ast.Segment) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		at := s.Span().Start
		token := func(kind Kind, end int) bool {
			t := Token{Kind: kind, Span: source.Span{Start: at, End: end}}
			at = end
			return yield(t)
		}
		switch s.Kind {
		case ast.Prefix:
			_ = token(WhiteSpace, s.ValueSpan().Start) &&
				token(PrefixText, s.ValueSpan().End) &&
				token(WhiteSpace, s.Span().End)
		case ast.Pair:
			_ = token(WhiteSpace, s.KeywordSpan().Start) &&
				token(Keyword, s.KeywordSpan().End) &&
				token(WhiteSpace, s.Equals()) &&
				token(EqualsSign, s.Equals()+1) &&
				token(WhiteSpace, s.ValueSpan().Start) &&
				token(Value, s.ValueSpan().End) &&
				token(WhiteSpace, s.Span().End)
		case ast.Empty:
			token(WhiteSpace, s.Span().End)
		default:
			token(MalformedText, s.Span().End)
		}
	}
}

// Print prints tree token by token. The result equals its Text, secrets
// included: never show it without need.
func Print(tree *ast.ConnectionString) string {
	text := tree.Text()
	var b strings.Builder
	b.Grow(len(text))
	for t := range All(tree) {
		b.WriteString(t.Span.Slice(text))
	}
	return b.String()
}
