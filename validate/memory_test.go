package validate

import (
	"slices"
	"testing"

	"kustoconn/diag"
)

// The memory that is kept for the next string says nothing of the last one, and is not
// kept where it is large.
func TestKeepFound(t *testing.T) {
	var m memory
	found := make(diag.List, 0, maxKept)
	found = append(found, diag.Diagnostic{Message: "a", Help: "b"}, diag.Diagnostic{Message: "c"})
	m.keepFound(found)
	if len(m.found) != 0 || &m.found[:1][0] != &found[0] {
		t.Errorf("%d diagnostics of other memory", len(m.found))
	}
	if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Message != "" || d.Help != "" }) {
		t.Errorf("kept: %v", found)
	}
	m.keepFound(make(diag.List, 0, maxKept+1))
	if &m.found[:1][0] != &found[0] {
		t.Error("a long list is kept")
	}
}
