package laws

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"kustoconn/fuzz"
	"kustoconn/redact"
)

// BenchmarkAdversarial shows that the time for a text grows with its length
// and no faster: the nanoseconds for a byte stay the same from size to size.
func BenchmarkAdversarial(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(fuzz.Adversarial(1))) {
		for _, size := range []int{1 << 12, 1 << 15, 1 << 18} {
			text := fuzz.Adversarial(size)[name]
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					r := read(text)
					redact.Of(r.bound).Text()
					redact.Copy(io.Discard, strings.NewReader(text))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}
