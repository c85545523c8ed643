package redact

import (
	"testing"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
)

// FuzzPlainValue holds what is said of a plain value against looking into it.
func FuzzPlainValue(f *testing.F) {
	for _, value := range []string{"", "Samples", "https://c.kusto.windows.net", "https://c.kusto.windows.net/AppKey", "AppKey", "Application-Key.value", "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", "password->x", "a+b/c~d_e", "https://u:p@c", "http://x", "key é"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		if !isPlain(value) {
			return
		}
		for _, isEndpoint := range []bool{true, false} {
			if spans, toEnd := embedded(value, isEndpoint, nil); len(spans) > 0 || toEnd {
				t.Errorf("%q holds %v, %t", value, spans, toEnd)
			}
		}
		tree, _ := grammar.Parse("Database=" + value)
		b := bind.Bind(tree)
		s := &b.Tree.Segments[0]
		if s.Kind == ast.Pair && s.Value() == value && endsInName(s) {
			t.Errorf("%q ends in a name", value)
		}
	})
}
