package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/source"
)

// TestPosition compares with the index's own answer, which counts from the
// start of the line.
func TestPosition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.OneOf(rapid.SampledFrom([]string{"\n", "\r\n", "\xff", "\xe6\x9d"}), rapid.StringMatching(`[a東😀]{0,9}`))
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "text"), "")
		text = strings.Repeat(text, rapid.SampledFrom([]int{1, 700, 1400}).Draw(t, "repeated"))
		p := newPage(&File{Text: text})
		for range 5 {
			near := stride * rapid.IntRange(0, len(text)/stride).Draw(t, "strides")
			offset := near + rapid.OneOf(rapid.IntRange(-3, 3), rapid.IntRange(0, stride)).Draw(t, "offset")
			offset = p.clip(source.At(offset)).Start
			if diff := cmp.Diff(p.index.Position(offset), p.position(offset)); diff != "" {
				t.Fatalf("at %d (-want +got):\n%s", offset, diff)
			}
		}
	})
}
