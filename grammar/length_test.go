package grammar

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
)

// Which lengths are too long is told without a text of that length.
func TestLongestText(t *testing.T) {
	for bytes, want := range map[uint64]bool{0: false, math.MaxInt32: false, math.MaxUint32 - 1: false, math.MaxUint32: true, math.MaxUint64: true} {
		if got := isTooLong(bytes); got != want {
			t.Errorf("%d bytes: too long is %v", bytes, got)
		}
	}
	want := diag.Diagnostic{
		Code: rule.TextTooLong, Rule: "text-too-long", Severity: diag.Error,
		Message: "a text of 4 GiB or more is not read", Help: "give the connection string alone",
	}
	if diff := cmp.Diff(want, tooLong()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
