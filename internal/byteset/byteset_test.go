package byteset

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	const members = "a\x00\xff;;"
	set := Of(members)
	for c, in := range set {
		if in != (strings.IndexByte(members, byte(c)) >= 0) {
			t.Errorf("%q: %t", byte(c), in)
		}
	}
}
