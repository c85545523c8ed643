package literals

import (
	"strings"
	"testing"
)

var words = []string{"kusto", "kcsb", "explorer", "arg.core", "with_aad", "adx://", "usto", "xplo", "aaaa"}

func TestIn(t *testing.T) {
	set := NewSet(words...)
	for text, want := range map[string]bool{
		"": false, "k": false, "kust": false, "kust o": false, "ust": false, "sto": false, "aaa": false, "xaaa": false,
		"kusto": true, "xKUSTOx": true, " KcSb": true, "  KCSB": true, "arg_core": false, "arg\x0ecore": false, "ARG.CORE": true,
		"WITH_AAD": true, "with\x7faad": false, "adx:/": false, "adx\x1a//": false, "adx://": true, "\u212austo": true, "\u212acsb": false, "aa\u017faa": false,
		"aaaa": true, "baaaa": true,
	} {
		if got := set.In(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	if NewSet().In("anything") {
		t.Error("no word is held")
	}
}

func TestNewSetRefuses(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a word of three bytes is taken")
		}
	}()
	NewSet("abc")
}

// A set finds what plain searches for its words find.
func FuzzIn(f *testing.F) {
	for _, text := range []string{"", "kusto", "KuSTO", "kkusto", "kust", "xplorer explore EXPLORER", "\u212austo", "ku\u017fto", "e\xffxplorer", "adx:/adx://", "with_AaD"} {
		f.Add(text)
	}
	set := NewSet(words...)
	f.Fuzz(func(t *testing.T, text string) {
		lower := strings.Map(func(r rune) rune {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			return r
		}, text)
		want := false
		for _, word := range words {
			want = want || strings.Contains(lower, word)
		}
		if got := set.In(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	})
}

// BenchmarkIn shows what a pass costs beside one for a rare byte.
func BenchmarkIn(b *testing.B) {
	text := strings.Repeat("func (s *Set) add(word string, offset int) { s.places = append(s.places, place{word, offset}) }\n", 1000)
	set := NewSet(words[:6]...)
	for name, search := range map[string]func(string) bool{
		"set":  set.In,
		"byte": func(text string) bool { return strings.IndexByte(text, 'k') >= 0 },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if search(text) {
					b.Fatal("found")
				}
			}
		})
	}
}
