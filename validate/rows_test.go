package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/validate"
)

// row is a text and all that the selected rules say of it, as "CODE start-end",
// "E" behind the severity Error where the rule's usual one is another, and the
// text with the fix made behind "=>".
type row struct {
	text string
	want []string
}

// runRows checks each row with the rules of the selectors. A fix must not leave
// what it mends.
func runRows(t *testing.T, rows []row, selectors ...string) {
	t.Helper()
	v := newValidator(t, validate.Options{Select: selectors})
	for _, row := range rows {
		var got []string
		for _, d := range judge(v, row.text) {
			got = append(got, describe(t, v, row.text, d))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", row.text, diff)
		}
	}
}

func describe(t *testing.T, v *validate.Validator, text string, d diag.Diagnostic) string {
	t.Helper()
	out := fmt.Sprintf("%d %v", d.Code, d.Span)
	if d.Severity != rule.Get(d.Code).Severity {
		out += " " + strings.ToUpper(d.Severity.String()[:1])
	}
	if len(d.Edits) == 0 {
		return out
	}
	fixed, err := diag.Apply(text, d.Edits)
	if err != nil {
		t.Fatalf("%q: %v: %v", text, d, err)
	}
	after := judge(v, fixed)
	if slices.ContainsFunc(after, func(a diag.Diagnostic) bool { return a.Code == d.Code && a.Span == d.Span }) {
		t.Errorf("%q: the fix of %v leaves it: %q", text, d, fixed)
	}
	return out + " => " + fixed
}
