package dialect

import (
	"testing"
	"unicode"
)

// Clients compare folded keywords with ASCII ones, so it matters which code
// points beyond ASCII fold to ASCII alone.
func TestFullLowerReachesASCII(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		folded := FullLower(string(r))
		ascii := len(folded) == 1
		if kelvin := r == '\u212A'; ascii != kelvin {
			t.Errorf("%U folds to %q", r, folded)
		}
	}
	if got := FullLower("\u0130ApplicationKey"); got != "i\u0307applicationkey" {
		t.Errorf("got %q", got)
	}
}
