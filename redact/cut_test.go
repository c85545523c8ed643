package redact

import (
	"slices"
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
)

// Whether a semicolon may be a part of a secret is asked only where it matters: asked behind
// each segment it changes nothing.
func TestSmallCuts(t *testing.T) {
	segments := []string{
		"", " ", "AppKey=a", `AppKey="a"`, "Client Key=a", `Client Key="a"`, "x=y", `x="a"b`, "AppKye", "Database=my key", "Database='a key'",
		"Data Source=https://c,AppKey=z", "https://c.kusto.windows.net/my key", "Fed=true", "AppKey:abc=d", "{x}Fed=1", `"`, "User ID=a",
	}
	for text := range exhaust.Texts(withSemicolons(segments), exhaust.Length(t, 4, 5)) {
		tree, _ := grammar.Parse(text)
		b := bind.Bind(tree)
		f := finder{Bound: b}
		for i := range tree.Segments {
			f.segment(i)
			f.mayBeCut()
		}
		if got := Secrets(b); !slices.Equal(got, f.spans) {
			t.Fatalf("%q: %v, want %v", text, got, f.spans)
		}
	}
}

func withSemicolons(texts []string) (all []string) {
	for _, text := range texts {
		all = append(all, text+";")
	}
	return all
}
