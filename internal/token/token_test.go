package token_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/internal/token"
)

type written struct {
	Kind    token.Kind
	Text    string
	Segment int
}

func tokens(tree *ast.ConnectionString) []written {
	var out []written
	for t := range token.All(tree) {
		out = append(out, written{t.Kind, t.Span.Slice(tree.Text()), t.Segment})
	}
	return out
}

func TestTokens(t *testing.T) {
	tests := []struct {
		text string
		want []written
	}{
		{"", nil},
		{" \t", []written{{token.WhiteSpace, " \t", 0}}},
		{";", []written{{token.Separator, ";", 0}}},
		{" @c/d ;\n", []written{
			{token.WhiteSpace, " ", 0}, {token.PrefixText, "@c/d", 0}, {token.WhiteSpace, " ", 0}, {token.Separator, ";", 0},
			{token.WhiteSpace, "\n", 1},
		}},
		{"\u3000a==b = 'c;''d' ;e=", []written{
			{token.WhiteSpace, "\u3000", 0}, {token.Keyword, "a==b", 0}, {token.WhiteSpace, " ", 0}, {token.EqualsSign, "=", 0},
			{token.WhiteSpace, " ", 0}, {token.Value, "'c;''d'", 0}, {token.WhiteSpace, " ", 0}, {token.Separator, ";", 0},
			{token.Keyword, "e", 1}, {token.EqualsSign, "=", 1},
		}},
		{"a= ;b=c", []written{
			{token.Keyword, "a", 0}, {token.EqualsSign, "=", 0}, {token.WhiteSpace, " ", 0}, {token.Separator, ";", 0},
			{token.Keyword, "b", 1}, {token.EqualsSign, "=", 1}, {token.Value, "c", 1},
		}},
		// A malformed segment is one token, white space and all.
		{"a=b; c ;=\xff; d=\"e;", []written{
			{token.Keyword, "a", 0}, {token.EqualsSign, "=", 0}, {token.Value, "b", 0}, {token.Separator, ";", 0},
			{token.MalformedText, " c ", 1}, {token.Separator, ";", 1},
			{token.MalformedText, "=\xff", 2}, {token.Separator, ";", 2},
			{token.MalformedText, " d=\"e;", 3},
		}},
	}
	for _, test := range tests {
		tree, _ := grammar.Parse(test.text)
		if d := cmp.Diff(test.want, tokens(tree)); d != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, d)
		}
		if got := token.Print(tree); got != test.text {
			t.Errorf("%q prints as %q", test.text, got)
		}
	}
}

// A walk may be stopped after any token.
func TestTokensStop(t *testing.T) {
	tree, _ := grammar.Parse(" @c ; a = b ; ;c; d=''")
	all := tokens(tree)
	for n := 1; n <= len(all); n++ {
		var got []written
		for t := range token.All(tree) {
			got = append(got, written{t.Kind, t.Span.Slice(tree.Text()), t.Segment})
			if len(got) == n {
				break
			}
		}
		if d := cmp.Diff(all[:n], got); d != "" {
			t.Errorf("stopped after %d (-want +got)\n%s", n, d)
		}
	}
}
