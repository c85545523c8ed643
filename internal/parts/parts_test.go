package parts_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/parts"
	"kustoconn/redact"
)

func viewOf(text string) redact.View {
	tree, _ := grammar.Parse(text)
	return redact.Of(bind.Bind(tree))
}

// letters stand for the kinds.
var letters = map[parts.Kind]string{parts.Keyword: "k", parts.Value: "v", parts.Host: "h", parts.Secret: "s"}

func TestOf(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"https://c.kusto.windows.net/Db", "v:https:// h:c.kusto.windows.net v:/Db"},
		{"Data Source=https://c;Fed = true", "k:Data Source v:https:// h:c k:Fed v:true"},
		{"https://u:p@c.kusto.windows.net;AppKey=\"x;y\";Fed=", "v:https:// s:u:p v:@ h:c.kusto.windows.net k:AppKey v:\" s:x;y v:\" k:Fed"},
		{"https://c;AppKey=a;bc=d;Fed=true", "v:https:// h:c k:AppKey s:a s:bc=d k:Fed v:true"},
		{"Fed=true,AppKey=abc", "k:Fed v:true,AppKey= s:abc"},
		{"nonsense here;Fed=true", "s:nonsense here k:Fed v:true"},
	} {
		var got []string
		for _, p := range parts.Of(viewOf(tt.text)) {
			got = append(got, letters[p.Kind]+":"+p.Slice(tt.text))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// Parts are in order and apart, and what is masked is a secret and nothing else.
func TestParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{
			"https://u:p@c.kusto.windows.net/Db", "AppKey", "Fed", "=", ";", `"`, "'", "x", " ", "@c", "true", ",", "\x01", "é",
		})).Draw(t, "pieces")
		text := strings.Join(pieces, "")
		view := viewOf(text)
		end := 0
		for _, p := range parts.Of(view) {
			if p.Start < end || p.Empty() || p.End > len(text) {
				t.Fatalf("%q: %v behind %d", text, p, end)
			}
			end = p.End
			if view.Hides(p.Span) != (p.Kind == parts.Secret) {
				t.Fatalf("%q: %v is %s", text, p, letters[p.Kind])
			}
		}
		for _, hidden := range view.Hidden() {
			found := false
			for _, p := range parts.Of(view) {
				found = found || p.Span == hidden
			}
			if !found {
				t.Fatalf("%q: %v is no part", text, hidden)
			}
		}
	})
}
