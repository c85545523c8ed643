package validate

import (
	"slices"
	"testing"

	"kustoconn/diag"
)

// What is kept for the next text that is weighed says nothing of the last one, and is not
// kept where it is large.
func TestKeepTried(t *testing.T) {
	var m memory
	found := make(diag.List, 0, maxKept)
	found = append(found, diag.Diagnostic{Message: "a", Help: "b"}, diag.Diagnostic{Message: "c"})
	m.keepTried(found)
	if len(m.tried) != 0 || &m.tried[:1][0] != &found[0] {
		t.Errorf("%d diagnostics of other memory", len(m.tried))
	}
	if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Message != "" || d.Help != "" }) {
		t.Errorf("kept: %v", found)
	}
	m.keepTried(make(diag.List, 0, maxKept+1))
	if &m.tried[:1][0] != &found[0] {
		t.Error("a long list is kept")
	}
}
