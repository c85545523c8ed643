package lint

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
)

// TestCheckFixes holds that findings whose fixes were not looked at have, once they are,
// those that they have at once otherwise: not one after which the file's reader finds
// something else.
func TestCheckFixes(t *testing.T) {
	const name, text = "a.yaml", "a: https://help.kusto.windows.net/Samples;Fed=true;Fed=true\nb: 1\n"
	fixes := func(options Options, change func(*Finding)) []diag.Edit {
		f, err := Text(name, text, options)
		i := slices.IndexFunc(f.Findings, func(f Finding) bool { return f.Diagnostic.Code == rule.DuplicateKeyword })
		if err != nil || i < 0 {
			t.Fatal("not found", err)
		}
		if change != nil {
			change(&f.Findings[i])
		}
		if options.DeferFixes {
			f.CheckFixes()
		}
		return f.Findings[i].Diagnostic.Edits
	}
	at := fixes(Options{}, nil)
	if diff := cmp.Diff(at, fixes(Options{DeferFixes: true}, nil)); diff != "" || len(at) == 0 {
		t.Errorf("a good fix: %s", diff)
	}
	breaks := func(finding *Finding) { finding.Diagnostic.Edits[0].NewText = "\nb: " }
	if diff := cmp.Diff([]diag.Edit(nil), fixes(Options{DeferFixes: true}, breaks)); diff != "" {
		t.Errorf("one that breaks the file: %s", diff)
	}
}
