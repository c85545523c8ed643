package suite_test

import (
	"testing"

	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/reference"
)

// A string with nothing to report is not one whose diagnostics are not told:
// fuzz.Compare must see that an expected one is missing.
func TestNoDiagnosticsAreCompared(t *testing.T) {
	const clean = "https://help.kusto.windows.net/Samples"
	want := fuzz.Answer{Syntax: true, Diagnostics: []fuzz.Diagnostic{{Code: "KCS101", Start: 0, End: 1}}}
	if d := fuzz.Compare(want, reference.Answer(clean)); d == "" {
		t.Error("a missing diagnostic is not seen")
	}
}
