package vocabulary

import (
	"strings"
	"testing"
)

func BenchmarkSuggest(b *testing.B) {
	for _, bench := range []struct{ name, keyword string }{
		{"typo", "AppKye"},
		{"long", "Aplication Certificate Subject Distinguished Name"},
		{"longest", strings.Repeat("Application Key ", maxSuggested/16)},
		{"megabyte", strings.Repeat("Application Key ", 1<<16)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Suggest(bench.keyword)
			}
		})
	}
}
