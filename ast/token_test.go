package ast_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/grammar"
)

type token struct {
	Kind    ast.TokenKind
	Text    string
	Segment int
}

func tokens(tree *ast.ConnectionString) []token {
	var out []token
	for t := range tree.Tokens() {
		out = append(out, token{t.Kind, t.Span.Slice(tree.Text()), t.Segment})
	}
	return out
}

func TestTokens(t *testing.T) {
	tests := []struct {
		text string
		want []token
	}{
		{"", nil},
		{" \t", []token{{ast.WhiteSpace, " \t", 0}}},
		{";", []token{{ast.Separator, ";", 0}}},
		{" @c/d ;\n", []token{
			{ast.WhiteSpace, " ", 0}, {ast.PrefixText, "@c/d", 0}, {ast.WhiteSpace, " ", 0}, {ast.Separator, ";", 0},
			{ast.WhiteSpace, "\n", 1},
		}},
		{"\u3000a==b = 'c;''d' ;e=", []token{
			{ast.WhiteSpace, "\u3000", 0}, {ast.Keyword, "a==b", 0}, {ast.WhiteSpace, " ", 0}, {ast.EqualsSign, "=", 0},
			{ast.WhiteSpace, " ", 0}, {ast.Value, "'c;''d'", 0}, {ast.WhiteSpace, " ", 0}, {ast.Separator, ";", 0},
			{ast.Keyword, "e", 1}, {ast.EqualsSign, "=", 1},
		}},
		{"a= ;b=c", []token{
			{ast.Keyword, "a", 0}, {ast.EqualsSign, "=", 0}, {ast.WhiteSpace, " ", 0}, {ast.Separator, ";", 0},
			{ast.Keyword, "b", 1}, {ast.EqualsSign, "=", 1}, {ast.Value, "c", 1},
		}},
		// A malformed segment is one token, white space and all.
		{"a=b; c ;=\xff; d=\"e;", []token{
			{ast.Keyword, "a", 0}, {ast.EqualsSign, "=", 0}, {ast.Value, "b", 0}, {ast.Separator, ";", 0},
			{ast.MalformedText, " c ", 1}, {ast.Separator, ";", 1},
			{ast.MalformedText, "=\xff", 2}, {ast.Separator, ";", 2},
			{ast.MalformedText, " d=\"e;", 3},
		}},
	}
	for _, test := range tests {
		tree, _ := grammar.Parse(test.text)
		if d := cmp.Diff(test.want, tokens(tree)); d != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, d)
		}
		if got := tree.Print(); got != test.text {
			t.Errorf("%q prints as %q", test.text, got)
		}
	}
}

// A walk may be stopped after any token.
func TestTokensStop(t *testing.T) {
	tree, _ := grammar.Parse(" @c ; a = b ; ;c; d=''")
	all := tokens(tree)
	for n := 1; n <= len(all); n++ {
		var got []token
		for t := range tree.Tokens() {
			got = append(got, token{t.Kind, t.Span.Slice(tree.Text()), t.Segment})
			if len(got) == n {
				break
			}
		}
		if d := cmp.Diff(all[:n], got); d != "" {
			t.Errorf("stopped after %d (-want +got)\n%s", n, d)
		}
	}
}
