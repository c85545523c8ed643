package code

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkCredentials shows that the time for a byte stays the same as programs grow in
// which much looks like a secret of a builder.
func BenchmarkCredentials(b *testing.B) {
	for i, unit := range []string{
		"kcsb.ApplicationKey = K;\n", "o.ApplicationKey = \"a\";\n", ".WithApplicationToken(\"\", \"x\")", "kcsb[a.b.application_key] = \"x\";\n",
		"  var K = \"abc\"; kcsb.ApplicationKey = K;\n", "new KustoConnectionStringBuilder(u) { A = {", "// kcsb.WithAadUserToken(\"a\"\n",
	} {
		for _, size := range []int{1 << 16, 1 << 18} {
			text := "var kcsb = new KustoConnectionStringBuilder(u)\n" + strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%d/%d", i, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					csharp.Read(text)
				}
			})
		}
	}
}
