package schema

import (
	"strings"
	"testing"
)

func BenchmarkLookup(b *testing.B) {
	for _, bench := range []struct{ name, keyword string }{
		{"short", "Fed"},
		{"usual", "AppClientId"},
		{"spaced", "AAD Federated Security"},
		{"odd case", "aAD fEDERATED sECURITY"},
		{"longest", "Application Certificate Subject Distinguished Name"},
		{"unknown", "Transport Compression"},
		{"megabyte", strings.Repeat("Application Key", 1<<16)},
		{"foreign", "TrustServerCertificate"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Lookup(bench.keyword)
			}
		})
	}
}
