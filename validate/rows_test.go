package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/validate"
)

// ruleRow is a text and what the rules of a hundred say of it, as "CODE start-end",
// "E" behind the severity Error where the rule's usual one is another, and the
// text with the fix made behind "=>".
type ruleRow struct {
	text string
	want []string
}

// runRules checks each row with the rules of the selectors.
func runRules(t *testing.T, rows []ruleRow, selectors ...string) {
	t.Helper()
	v := newValidator(t, validate.Options{Select: selectors})
	for _, row := range rows {
		var got []string
		for _, d := range judge(v, row.text) {
			got = append(got, describe(t, row.text, d))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", row.text, diff)
		}
	}
}

func describe(t *testing.T, text string, d diag.Diagnostic) string {
	out := fmt.Sprintf("%d %v", d.Code, d.Span)
	if d.Severity != validate.Get(d.Code).Severity {
		out += " " + strings.ToUpper(d.Severity.String()[:1])
	}
	if len(d.Edits) > 0 {
		mended, err := diag.Apply(text, d.Edits)
		if err != nil {
			t.Errorf("%q: %v: %v", text, d, err)
		}
		out += " => " + mended
	}
	return out
}
