package recognize

import "testing"

// What valueSigns does not hold is nothing but a part of a value.
func TestValueSigns(t *testing.T) {
	for i, isSign := range valueSigns {
		c := byte(i)
		around := enclosureBefore(string([]byte{c}), 1)
		isMark := c == ';' || c == ',' || c == '|' || c == '&' || c == 0 || c >= 0x80 || isLineEnd(c) || isBlank(c) || isQuote(c) ||
			opening(c) != 0 || around.open != 0 || around.close != 0 || placeholderAt(string([]byte{c})+"{a}") != 0 || placeholderAt(string([]byte{c})+"a}]>)") != 0
		if isMark != isSign {
			t.Errorf("%q: %t, want %t", c, isSign, isMark)
		}
	}
}
