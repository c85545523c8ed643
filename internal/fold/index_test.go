package fold

import (
	"strings"
	"testing"
)

func TestIndexFindsNamesOfAnyCase(t *testing.T) {
	long := strings.Repeat("n", maxFolded)
	x := NewIndex([]Entry{{"Two Words", 1}, {long, 2}, {"TWOWORDS", 3}}) // the first of equals stays
	for name, want := range map[string]uint16{
		"Two Words": 1, "twowords": 1, "TWOWORDS": 1, "t w o words": 1, long: 2, strings.ToUpper(long): 2, " " + long: 2,
		long + "n": 0, strings.ToUpper(long) + "N": 0, long[1:]: 0, "": 0, " ": 0,
	} {
		if got, ok := x.Find(name); got != want || ok != (want != 0) {
			t.Errorf("%q: %d, %v, want %d", name, got, ok, want)
		}
	}
}

func TestIndexRefusesNames(t *testing.T) {
	for _, name := range []string{"", " ", strings.Repeat("n", maxFolded+1)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken", name)
				}
			}()
			NewIndex([]Entry{{name, 1}})
		}()
	}
}

func TestFold(t *testing.T) {
	for keyword, want := range map[string]string{
		"": "", " ": "", "A": "a", "Z": "z", "@": "@", "[": "[", "A[@`{": "a[@`{", "a b": "ab", "aZ": "az", "É": "É", "a\tB": "a\tb",
	} {
		if got := Keyword(keyword); got != want {
			t.Errorf("Keyword(%q) = %q, want %q", keyword, got, want)
		}
	}
}
