package lint

import (
	"fmt"
	"slices"
	"strings"
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
		if (f.Findings[i].Fixed == "") != options.DeferFixes {
			t.Errorf("deferred %v: the string after the fix is %q", options.DeferFixes, f.Findings[i].Fixed)
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

// Of many fixes those stay that do not break the file, more than there are trials; and
// they stay where a setting of another product's is a text with parts of its own.
func TestFixesBesideBadOnes(t *testing.T) {
	const count = 3 * maxTrials
	var b strings.Builder
	b.WriteString("url: kustosql+https://help.kusto.windows.net/Samples?msi=True\n")
	for i := range count {
		fmt.Fprintf(&b, "a%d: https://help.kusto.windows.net/Samples;Fed=true;Fed=true\n", i)
	}
	for _, bad := range [][]int{nil, {0}, {77}, {count - 1}, {3, 100, 101, 190}} {
		f, err := Text("a.yaml", b.String(), Options{DeferFixes: true})
		if err != nil {
			t.Fatal(err)
		}
		var findings []*Finding
		for i := range f.Findings {
			if f.Findings[i].Diagnostic.Code == rule.DuplicateKeyword {
				findings = append(findings, &f.Findings[i])
			}
		}
		if len(findings) != count {
			t.Fatalf("%d findings", len(findings))
		}
		for _, i := range bad {
			findings[i].edits[0].edit.NewText = "\nb: "
		}
		f.CheckFixes()
		var lost []int
		for i, finding := range findings {
			if len(finding.Diagnostic.Edits) == 0 {
				lost = append(lost, i)
			}
		}
		if diff := cmp.Diff(bad, lost); diff != "" {
			t.Errorf("without fixes that break the file (-want +got):\n%s", diff)
		}
	}
}
