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
	isHeld := func(s string) bool {
		look := (*Set)(nil).scan(s)
		return !look.next() || mayHold(s)
	}
	for _, part := range parts {
		if !isHeld(part) {
			t.Errorf("%q is passed over", part)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		if s := text.Draw(t, "text"); !isHeld(s) {
			t.Errorf("%q is passed over", s)
		}
	})
}
