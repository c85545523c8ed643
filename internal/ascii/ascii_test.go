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
		if got := IsDigit(c); got != (strings.IndexByte(digits, c) >= 0) {
			t.Errorf("IsDigit(%q): %t", c, got)
		}
	}
}
