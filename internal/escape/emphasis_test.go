package escape

import "testing"

// Each row has a tag between two parts of a text, and how long it is where it stands around a word
// behind an equals sign.
func TestEmphasisTag(t *testing.T) {
	for _, row := range []struct {
		before, behind string
		n              int
	}{
		{"AppKey=", "<i>key</i>", 3},
		{"AppKey=<em>your key", "</em>;", 5},
		{"AppKey=", "<var>app-key</var>", 5},
		{"AppKey=", "<i>x7</i>", 0},
		{"AppKey=", "<i></i>", 0},
		{"AppKey=", "<i> key</i>", 0},
		{"AppKey=", "<i>key", 0},
		{"AppKey=", "<p>key</p>", 0},
		{"Fed=", "<b>True</b>", 0},
		{"Fed=<b>True", "</b>", 0},
		{"a <i>key", "</i>", 0},
		{"a ", "<i>key</i>", 0},
	} {
		mark, n := EmphasisTag(row.before+row.behind, len(row.before))
		if n != row.n || (mark == "*") != (n > 0) {
			t.Errorf("%s¦%s: %q of %d bytes, want %d", row.before, row.behind, mark, n, row.n)
		}
	}
}
