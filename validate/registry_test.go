package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
)

// Every rule on the text alone, beyond its syntax, has one check, and they look
// in the order of the codes.
func TestEveryRuleHasACheck(t *testing.T) {
	var want, got []diag.Code
	for _, r := range rule.All() {
		if area := r.Area(); area != "syntax" && area != "portability" && !r.InFiles {
			want = append(want, r.Code)
		}
	}
	for _, c := range checks {
		got = append(got, c.rule)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rules and checks (-rules +checks)\n%s", diff)
	}
}
