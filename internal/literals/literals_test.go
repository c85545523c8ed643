package literals

import (
	"slices"
	"strings"
	"testing"
)

var words = []string{"kusto", "kcsb", "explorer", "arg.core", "with_aad", "adx://", "usto", "xplo", "aaaa"}

func TestNext(t *testing.T) {
	set := NewSet(words...)
	for text, want := range map[string]bool{
		"": false, "k": false, "kust": false, "kust o": false, "ust": false, "sto": false, "aaa": false, "xaaa": false,
		"kusto": true, "xKUSTOx": true, " KcSb": true, "  KCSB": true, "arg_core": false, "arg\x0ecore": false, "ARG.CORE": true,
		"WITH_AAD": true, "with\x7faad": false, "adx:/": false, "adx\x1a//": false, "adx://": true, "\u212austo": true, "\u212acsb": false, "aa\u017faa": false,
		"aaaa": true, "baaaa": true,
	} {
		if got := set.Next(text, 0) >= 0; got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	if at := NewSet().Next("anything", 0); at >= 0 {
		t.Errorf("no word is at %d", at)
	}
	set = NewSet("kusto", "kcsb")
	const text = "kusto KUSTO xkcsb"
	for from, want := range []int{0, 6, 6, 6, 6, 6, 6, 13, 13, 13, 13, 13, 13, 13, -1, -1, -1, -1} {
		if got := set.Next(text, from); got != want {
			t.Errorf("from %d: %d, want %d", from, got, want)
		}
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

// A set finds what plain searches for its words find, from wherever it starts.
func FuzzNext(f *testing.F) {
	for _, text := range []string{"", "kusto", "KuSTO", "kkusto", "kust", "xplorer explore EXPLORER", "\u212austo", "ku\u017fto", "e\xffxplorer", "adx:/adx://", "with_AaD"} {
		f.Add(text)
	}
	set := NewSet(words...)
	f.Fuzz(func(t *testing.T, text string) {
		bytes := []byte(text)
		for i, c := range bytes {
			if 'A' <= c && c <= 'Z' {
				bytes[i] += 'a' - 'A'
			}
		}
		lower := string(bytes)
		var want, got []bool // whether a word starts at or behind each offset
		for from := range len(text) + 1 {
			holds := false
			for _, word := range words {
				holds = holds || strings.Contains(lower[from:], word)
			}
			want, got = append(want, holds), append(got, set.Next(text, from) >= from)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: from each offset %v, want %v", text, got, want)
		}
	})
}

// BenchmarkNext shows what a pass costs beside one for a rare byte.
func BenchmarkNext(b *testing.B) {
	text := strings.Repeat("func (s *Set) add(word string, offset int) { s.places = append(s.places, place{word, offset}) }\n", 1000)
	set := NewSet(words[:6]...)
	for name, search := range map[string]func(string) bool{
		"set":  func(text string) bool { return set.Next(text, 0) >= 0 },
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
