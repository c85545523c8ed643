package redact_test

import (
	"testing"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/source"
)

func TestEdited(t *testing.T) {
	insert := func(at int, text string) []diag.Edit { return []diag.Edit{{Span: source.At(at), NewText: text}} }
	for _, tt := range []struct {
		text  string
		edits []diag.Edit
		want  string
	}{
		{"AppKey=a;x://secret", insert(9, "Data Source="), "AppKey=****;Data Source=****"},
		{`AppKey="a;b`, insert(11, `"`), `AppKey="****"`},
		{"Database=a;Fed=yes", []diag.Edit{{Span: source.Span{Start: 15, End: 18}, NewText: "true"}}, "Database=a;Fed=true"},
		{"AppKye=a;Fed=1", []diag.Edit{{Span: source.Span{Start: 0, End: 6}, NewText: "AppKey"}, {Span: source.Span{Start: 13, End: 14}, NewText: "true"}}, "AppKey=****;Fed=true"},
		{"Foo=secret;Fed=true", []diag.Edit{{Span: source.Span{Start: 0, End: 3}, NewText: "Database"}}, "Database=****;Fed=true"},
		{"AppKey=a;b=c", []diag.Edit{{Span: source.Span{Start: 8, End: 12}}}, "AppKey=****"},
	} {
		tree, _ := grammar.Parse(tt.text)
		got, err := redact.Of(bind.Bind(tree)).Edited(tt.edits)
		if err != nil || got != tt.want {
			t.Errorf("%q: %q, %v, want %q", tt.text, got, err, tt.want)
		}
	}
}
