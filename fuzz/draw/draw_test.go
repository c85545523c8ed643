package draw_test

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/fuzz/draw"
)

// All that may be drawn is drawn, and nothing else.
func TestRanges(t *testing.T) {
	even := func(n int) bool { return n%2 == 0 }
	for name, tt := range map[string]struct {
		g    draw.Generator[string]
		want string
	}{
		"a number":         {draw.Map(draw.IntRange(2, 5), digit), "2 3 4 5"},
		"a filtered one":   {draw.Map(draw.IntRange(2, 7).Filter(even), digit), "2 4 6"},
		"one of two":       {draw.OneOf(draw.Just("a"), draw.SampledFrom([]string{"b", "c"})), "a b c"},
		"a list":           {draw.StringOfN("a", 1, 3), "a aa aaa"},
		"an empty list":    {draw.Map(draw.StringOfN("a", 0, 1), func(s string) string { return s + "." }), ". a."},
		"different values": {draw.Map(draw.Subset([]string{"a", "b", "c"}, 2, 9), join), "ab abc ac acb ba bac bc bca ca cab cb cba"},
		"an order":         {draw.Map(draw.Permutation([]string{"a", "b", "c"}), join), "abc acb bac bca cab cba"},
		"true or false":    {draw.Map(draw.Bool(), func(b bool) string { return map[bool]string{false: "0", true: "1"}[b] }), "0 1"},
	} {
		var got []string
		for seed := range 2000 {
			got = append(got, tt.g.Example(seed))
		}
		slices.Sort(got)
		if got := strings.Join(slices.Compact(got), " "); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func digit(n int) string { return string(rune('0' + n)) }

func join(parts []string) string { return strings.Join(parts, "") }
