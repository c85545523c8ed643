package sdk_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/sdk"
)

// BenchmarkPortability grows strings that are hard to read, to show that the
// cost grows with them.
func BenchmarkPortability(b *testing.B) {
	clients := sdk.Clients()
	for _, shape := range []struct{ name, unit string }{
		{"usual", " "},
		{"empty segments", ";"},
		{"overridden", ";Server=h"},
		{"ignored", ";AppKey=k=="},
		{"quoted", `;AppKey="a;b"`},
		{"unset", ";Fed="},
	} {
		for _, n := range []int{1, 100, 10_000} {
			text := "Server=" + h + app + ";AppKey=k;Fed=TRUE" + strings.Repeat(shape.unit, n)
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				bound := bound(text)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					sdk.Portability(bound, clients)
				}
			})
		}
	}
}
