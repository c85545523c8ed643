package validate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/validate"
)

// check returns what the selected rules say of text; all rules, where none is
// selected.
func check(t testing.TB, text string, selectors ...string) diag.List {
	t.Helper()
	v, err := validate.New(validate.Options{Select: selectors})
	if err != nil {
		t.Fatal(err)
	}
	tree, syntax := grammar.Parse(text)
	return v.Check(bind.Bind(tree), syntax)
}

// reportedHere reports whether the engine finds the rule, in this package or
// in grammar. Packages sdk and lint test their rules' examples themselves.
func reportedHere(r *validate.Rule) bool { return r.Check != nil || r.Code < 100 }

func TestExamples(t *testing.T) {
	for _, r := range validate.Rules() {
		if !reportedHere(r) {
			continue
		}
		t.Run(r.Name, func(t *testing.T) {
			if len(check(t, r.Bad, r.Name)) == 0 {
				t.Errorf("the bad example is not reported: %q", r.Bad)
			}
			if found := check(t, r.Good, r.Name); len(found) > 0 {
				t.Errorf("the good example is reported: %q\n%v", r.Good, found)
			}
			if found := check(t, r.Good); found.HasErrors() {
				t.Errorf("the good example has errors: %q\n%v", r.Good, found)
			}
		})
	}
}

// TestFixOffered holds that a rule's Fix says what its bad example shows.
func TestFixOffered(t *testing.T) {
	for _, r := range validate.Rules() {
		if !reportedHere(r) {
			continue
		}
		best := validate.NoFix
		for _, d := range check(t, r.Bad, r.Name) {
			if fixable, safe := d.Fixable(); safe {
				best = validate.SafeFix
			} else if fixable && best == validate.NoFix {
				best = validate.UnsafeFix
			}
		}
		if best != r.Fix {
			t.Errorf("%s: the bad example has fix %v, the rule says %v", r.Name, best, r.Fix)
		}
	}
}

func TestRulesAreComplete(t *testing.T) {
	rules := validate.Rules()
	names := map[string]bool{}
	for i, r := range rules {
		if i > 0 && r.Code <= rules[i-1].Code {
			t.Errorf("%s is out of order", r.Name)
		}
		if names[r.Name] {
			t.Errorf("%s is there twice", r.Name)
		}
		names[r.Name] = true
		if r.Since == "" || r.Severity == 0 || r.Bad == "" || r.Good == "" {
			t.Errorf("%s: Since, Severity, Bad or Good is missing", r.Name)
		}
		if r.Doc == "" || !strings.HasSuffix(r.Doc, ".") {
			t.Errorf("%s: the documentation is no sentence", r.Name)
		}
		if got, ok := validate.Find(r.Code.String()); !ok || got != r {
			t.Errorf("%s is not found by its code", r.Name)
		}
		if validate.Get(r.Code) != r {
			t.Errorf("%s is not found by its number", r.Name)
		}
	}
}

// TestPages compares docs/rules with what the rules say now.
func TestPages(t *testing.T) {
	const dir = "../docs/rules"
	want := validate.MarkdownPages()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		got, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[file.Name()], string(got)); diff != "" {
			t.Errorf("%s is stale: run go generate ./validate\n%s", file.Name(), diff)
		}
		delete(want, file.Name())
	}
	for name := range want {
		t.Errorf("%s is missing: run go generate ./validate", name)
	}
}

// row is an input with all that the selected rules say of it: code, start and
// end, and the text after the fix.
type row struct {
	in   string
	want []finding
}

type finding struct {
	Code       diag.Code
	Start, End int
	Fixed      string
}

func testRows(t *testing.T, rows []row, selectors ...string) {
	t.Helper()
	for _, r := range rows {
		var got []finding
		for _, d := range check(t, r.in, selectors...) {
			f := finding{Code: d.Code, Start: d.Span.Start, End: d.Span.End}
			if len(d.Edits) > 0 {
				fixed, err := diag.Apply(r.in, d.Edits)
				if err != nil {
					t.Fatalf("%q: %v", r.in, err)
				}
				f.Fixed = fixed
				after := check(t, fixed, selectors...)
				if slices.ContainsFunc(after, func(a diag.Diagnostic) bool { return a.Code == d.Code && a.Span == d.Span }) {
					t.Errorf("%q: the fix of %v leaves it: %q", r.in, d, fixed)
				}
			}
			got = append(got, f)
		}
		if diff := cmp.Diff(r.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", r.in, diff)
		}
	}
}
