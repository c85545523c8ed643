package piece

import (
	"testing"

	"kustoconn/source"
)

func TestAddHoles(t *testing.T) {
	const text = "a=KEY;b=KEY1;c=@@;d=:key"
	for _, tt := range []struct {
		word string
		want []string
	}{
		{"KEY", []string{"KEY", "KEY"}}, {"KEY1", nil}, {"@@", []string{"@@"}}, {":key", []string{":key"}}, {"@", nil}, {"=", nil}, {"; ", nil},
		{"", nil}, {"b=", nil}, {"missing", nil}, {"abcdefghijklmnopqrst", nil},
	} {
		p := Verbatim(Literal, text, source.Span{End: len(text)})
		p.AddHoles([]string{tt.word, tt.word})
		if len(p.Holes) != len(tt.want) {
			t.Errorf("AddHoles(%q) = %v, want %q", tt.word, p.Holes, tt.want)
			continue
		}
		for i, h := range p.Holes {
			if got := h.Slice(text); got != tt.want[i] {
				t.Errorf("AddHoles(%q): hole %d is %q, want %q", tt.word, i, got, tt.want[i])
			}
		}
	}
	if isName("abcdefghijklmnopqrst") || !isName("abcdefghijklmnopqrs") {
		t.Error("a name has at most 19 letters in a row")
	}
}
