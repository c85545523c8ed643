package fold

import (
	"strings"
	"testing"
)

func TestContains(t *testing.T) {
	for _, tt := range []struct {
		text string
		rare int
		want bool
	}{
		{"", 0, false}, {"a", 0, false}, {"abc", 0, true}, {"abc", 1, true}, {"xaBCx", 1, true}, {"ABC", 0, true}, {"bc", 1, false}, {"ab", 0, false},
		{"ababc", 1, true}, {"xb", 1, false}, {"bbbbabC", 1, true}, {"aBbBabbabd", 1, false},
	} {
		if got := Contains(tt.text, "abc", tt.rare); got != tt.want {
			t.Errorf("%q, %d: %v", tt.text, tt.rare, got)
		}
	}
}

// The search by a rare letter finds what a plain one does.
func FuzzContains(f *testing.F) {
	for _, text := range []string{"", "kusto", "KuSTO", "kkusto", "kust", "xplorer explore EXPLORER", "\u212austo", "ku\u017fto", "e\xffxplorer"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := strings.Map(func(r rune) rune {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			return r
		}, text)
		for _, word := range []string{"kusto", "explorer"} {
			for rare := range len(word) - 1 {
				if got, want := Contains(text, word, rare), strings.Contains(plain, word); got != want {
					t.Errorf("%q in %q by letter %d: %v", word, text, rare, got)
				}
			}
		}
	})
}
