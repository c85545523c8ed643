package laws_test

import (
	"fmt"

	"kustoconn/fuzz/laws"
)

// broken says which laws are broken. In a test, *testing.T or *rapid.T takes
// its place.
type broken struct{}

func (broken) Helper() {}

func (broken) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

func ExampleAll() {
	for _, law := range laws.All() {
		law.Check(broken{}, `@help/Samples; Fed=yes;; AppKey="`)
		fmt.Println(law.Name)
	}
	// Output:
	// Lossless
	// Declared
	// Canonical
	// Diagnostics
	// Fixes
	// Keyword
	// Endpoint
	// NoClientWorse
	// Filter
	// Batch
}
