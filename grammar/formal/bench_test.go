package formal_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/grammar/formal"
)

// The time for a byte does not grow with the text, hostile ones included.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{"=", ";", "a=b;", `"`, "'", "a=\"", `"'`, `"x"'y'`, "a ", "==", " ", "@", "a\x00", "=\"\x00", "a://", "\xff"} {
		for _, size := range []int{1 << 10, 1 << 16} {
			text := "a=" + strings.Repeat(piece, size/len(piece))
			b.Run(fmt.Sprintf("%q/%d", piece, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					_, _ = formal.Parse(text)
				}
			})
		}
	}
}
