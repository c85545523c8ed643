package piece

import (
	"slices"
	"strings"

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

func TestAddHolesAt(t *testing.T) {
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	p := Verbatim(Literal, "0123456789", source.Span{End: 10})
	p.AddHolesAt(nil)
	if p.Holes != nil {
		t.Errorf("no spans, and holes %v", p.Holes)
	}
	p.AddHolesAt([]source.Span{span(2, 4), span(8, 9)})
	p.AddHolesAt([]source.Span{span(0, 1), span(1, 3), span(4, 6), span(7, 9), span(9, 10)})
	want := []source.Span{span(0, 1), span(2, 4), span(4, 6), span(8, 9), span(9, 10)}
	if !slices.Equal(p.Holes, want) {
		t.Errorf("holes %v, want %v", p.Holes, want)
	}
}

func TestAddHolesIsBounded(t *testing.T) {
	words := []string{}
	for i := range maxWords {
		words = append(words, strings.Repeat("a", i%19+1)+strings.Repeat("!", i/19+2))
	}
	p := Verbatim(Literal, "KEY LAST", source.Span{End: 8})
	p.AddHoles(append(slices.Clone(words[1:]), "KEY", "LAST"))
	if len(p.Holes) != 1 || p.Holes[0].Slice(p.Text) != "KEY" {
		t.Errorf("holes %v, want that of the word %d", p.Holes, maxWords)
	}
}

func TestCutSuffix(t *testing.T) {
	p := Verbatim(Literal, "xab%n", source.Span{Start: 1, End: 5})
	p.Key, p.List, p.Holes = "k", 3, []source.Span{{Start: 0, End: 1}, {Start: 2, End: 4}}
	p.CutSuffix("%d")
	p.CutSuffix("%n")
	if p.Text != "ab" || p.Span() != (source.Span{Start: 1, End: 3}) || p.Key != "k" || p.List != 3 || !slices.Equal(p.Holes, []source.Span{{Start: 0, End: 1}}) {
		t.Errorf("%q at %v, key %q, list %d, holes %v", p.Text, p.Span(), p.Key, p.List, p.Holes)
	}
	if p.CutSuffix("ab"); p.Text != "ab" {
		t.Errorf("nothing is left but %q", p.Text)
	}
}
