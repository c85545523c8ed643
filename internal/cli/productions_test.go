package cli

import (
	"strings"
	"testing"

	"kustoconn/grammar"
	"kustoconn/internal/golden"
	"kustoconn/internal/railroad"
)

func TestDiagramsAreOfTheGrammar(t *testing.T) {
	golden.Compare(t, "diagrams.html", railroad.Diagrams())
}

func TestProductionAt(t *testing.T) {
	const text = `https://c/d;Fed=true;"x;a==b = "q;""r"; c='d' ;e=`
	tree, _ := grammar.Parse(text)
	for _, tt := range []struct{ part, want string }{
		{"https", "Prefix"}, {"/d", "Prefix"}, {"Fed", "Keyword"}, {"true", "bare"}, {`"x`, ""},
		{"a==b", "Keyword"}, {"==b", "Keyword"}, {`"q`, "doublequoted"}, {"r", "doublequoted"}, {"c=", "Keyword"}, {"d'", "singlequoted"}, {"e=", "Keyword"},
	} {
		got := productionAt(tree, strings.LastIndex(text, tt.part))
		if got != tt.want {
			t.Errorf("%s is of %q, want %q", tt.part, got, tt.want)
		}
		if tt.want != "" && !strings.Contains(diagrams, `<h3 id="`+tt.want+`">`) {
			t.Errorf("%s has no diagram", tt.want)
		}
	}
	if got := productionAt(tree, len(text)); got != "" {
		t.Errorf("the end is of %q", got)
	}
}
