package placeholder

import (
	"testing"

	"pgregory.net/rapid"
)

// What the cheap test passes over holds no placeholder.
func TestMayHoldPassesNothingOver(t *testing.T) {
	var parts []string
	for _, s := range syntaxes {
		parts = append(parts, s.examples...)
	}
	parts = append(parts, "YOUR_KEY", "MY_KEY", "CHANGE_ME", "REPLACE_ME", "changeme", "xxxx", "...", "key goes here", "Y", "M", "_", "x", " ", "-", "abc", "URI")
	text := rapid.Custom(func(t *rapid.T) string {
		joined := ""
		for _, part := range rapid.SliceOfN(rapid.SampledFrom(parts), 0, 4).Draw(t, "parts") {
			joined += part[:rapid.IntRange(0, len(part)).Draw(t, "of it")]
		}
		return joined
	})
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		if look := (*Set)(nil).scan(s); look.next() && !mayHold(s) {
			t.Errorf("%q holds %q", s, look.span.Slice(s))
		}
	})
}
