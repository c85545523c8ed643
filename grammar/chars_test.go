package grammar

import (
	"strings"
	"testing"
	"unicode"
)

// A text is plain if each of its bytes is a character of ASCII that is seen, or a
// blank, wherever in the words of eight bytes it stands.
func TestAllPlain(t *testing.T) {
	for length := range 26 {
		if text := strings.Repeat("~ a", 9)[:length]; !allPlain(text) {
			t.Errorf("%q is not plain", text)
		}
		for at := range length {
			for c := range 256 {
				text := []byte(strings.Repeat("~ ", 13)[:length])
				text[at] = byte(c)
				if got, want := allPlain(string(text)), c >= 0x20 && c <= 0x7e; got != want {
					t.Fatalf("%q: plain is %v", text, got)
				}
			}
		}
	}
}

// There may be white space wherever no character of ASCII is seen.
func TestIsSpaceAt(t *testing.T) {
	for c := range 256 {
		seen := c > ' ' && c < 0x7f
		if got := isSpaceAt(string([]byte{'a', byte(c)}), 1); got == seen {
			t.Errorf("white space at the byte %#x is %v", c, got)
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.IsSpace(r) && !isSpaceAt(string(r), 0) {
			t.Errorf("%U is overlooked", r)
		}
	}
	if isSpaceAt("", 0) || isSpaceAt(" ", 1) || isSpaceAt(" ", -1) {
		t.Error("white space outside of the text")
	}
}

// The first mark is found wherever in the words of eight bytes it stands, and no
// other byte is taken for one.
func TestFirstMark(t *testing.T) {
	for length := range 26 {
		for at := range length {
			for c := range 256 {
				text := []byte(strings.Repeat("9>~\xba\xbd\xff\x00", 4)[:length])
				text[at] = byte(c)
				want := length
				if strings.IndexByte(":;<=", byte(c)) >= 0 {
					want = at
				}
				for from := range length + 1 {
					if from > at {
						want = length
					}
					if got := firstMark(string(text), from); got != want {
						t.Fatalf("%q from %d: %d, want %d", text, from, got, want)
					}
				}
			}
		}
	}
	if got := firstMark("a;b=c", 2); got != 3 {
		t.Errorf("the second of two marks is found at %d", got)
	}
}
