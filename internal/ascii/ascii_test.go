package ascii

import (
	"strings"
	"testing"
)

func TestBytes(t *testing.T) {
	const letters, digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	for i := range 256 {
		c := byte(i)
		if got := IsLetter(c); got != (strings.IndexByte(letters, c) >= 0) {
			t.Errorf("IsLetter(%q): %t", c, got)
		}
		if got := IsHexDigit(c); got != (strings.IndexByte(digits+"abcdefABCDEF", c) >= 0) {
			t.Errorf("IsHexDigit(%q): %t", c, got)
		}
		if got := IsDigit(c); got != (strings.IndexByte(digits, c) >= 0) {
			t.Errorf("IsDigit(%q): %t", c, got)
		}
	}
}

func TestSet(t *testing.T) {
	const members = "a\x00\xff;;"
	set := Set(members)
	for c, in := range set {
		if in != (strings.IndexByte(members, byte(c)) >= 0) {
			t.Errorf("%q: %t", byte(c), in)
		}
	}
}
