package grammar_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/internal/token"
)

func TestLongValues(t *testing.T) {
	const size = 1 << 20
	long := strings.Repeat("v", size)
	doubled := strings.Repeat(`""`, size/2)
	tests := []struct{ name, text, want string }{
		{"bare", "a=" + long + ";b=c", long},
		{"quoted", `a="` + long + `";b=c`, long},
		{"doubled quotes", `a="` + doubled + `";b=c`, doubled[:size/2]},
		{"semicolons", "a='" + strings.Repeat(";", size) + "';b=c", strings.Repeat(";", size)},
	}
	for _, test := range tests {
		tree, diags := grammar.Parse(test.text)
		if len(diags) > 0 || len(tree.Segments) != 2 {
			t.Errorf("%s: %d segments, %v", test.name, len(tree.Segments), diags)
			continue
		}
		if tree.Segments[0].Value() != test.want || tree.Segments[1].Value() != "c" {
			t.Errorf("%s: the value is not the one written", test.name)
		}
		if token.Print(tree) != test.text {
			t.Errorf("%s: the tree does not print the text", test.name)
		}
	}
}

func TestManySegments(t *testing.T) {
	const n = 100_000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d=v%d;", i, i)
	}
	tree, diags := grammar.Parse(b.String())
	if len(diags) > 0 || len(tree.Segments) != n+1 || tree.Segments[n].Kind != ast.Empty {
		t.Fatalf("%d segments, %d diagnostics", len(tree.Segments), len(diags))
	}
	for i, s := range tree.Pairs() {
		if s.Keyword() != fmt.Sprintf("k%d", i) || s.Value() != fmt.Sprintf("v%d", i) {
			t.Fatalf("pair %d is %s=%s", i, s.Keyword(), s.Value())
		}
	}
	checkTokens(t, tree)
	if _, diags = grammar.Parse("a=b" + strings.Repeat(";c", n)); len(diags) != n {
		t.Errorf("%d diagnostics, want %d", len(diags), n)
	}
}

func TestAllocations(t *testing.T) {
	for text, most := range map[string]float64{
		"":         2,
		documented: 2,
		"https://help.kusto.windows.net/Samples; Fed=true; Accept=true": 2,
		"@help/Samples":                2,
		"a='b;c';d=é;\u3000e=\u00a0f;": 2,
		`a="b""c";d==e=f`:              4, // and one for each value or keyword that is not as written
	} {
		if got := testing.AllocsPerRun(100, func() { grammar.Parse(text) }); got > most {
			t.Errorf("%q: %v allocations, want at most %v", text, got, most)
		}
	}
}
