package draw_test

import (
	"fmt"

	"kustoconn/fuzz/draw"
)

// A generator of one's own, and what a seed stands for.
func ExampleGenerator() {
	keyword := draw.SampledFrom([]string{"Fed", "AAD Federated Security"})
	pair := draw.Custom(func(t draw.T) string {
		text := keyword.Draw(t) + "="
		if draw.Bool().Draw(t) {
			text += " "
		}
		return text + draw.StringOfN("true", 1, 4).Draw(t)
	})
	first, again := pair.Example(1), pair.Example(1)
	fmt.Println(first == again, pair.Draw(plainest{}))
	// Output: true Fed=t
}

// plainest chooses the first alternative each time.
type plainest struct{}

func (plainest) Choose(int) int { return 0 }
