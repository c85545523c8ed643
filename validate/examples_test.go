package validate_test

import (
	"testing"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/rule"
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

// ofText are the rules that the engine finds in a text, here or in grammar.
// Packages sdk and lint test the examples of their rules themselves.
func ofText() (rules []*rule.Rule) {
	for _, r := range rule.All() {
		if area := r.Area(); area != "portability" && !r.InFiles && r.Code != rule.TextTooLong {
			rules = append(rules, r)
		}
	}
	return rules
}

func TestExamples(t *testing.T) {
	for _, r := range ofText() {
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
	for _, r := range ofText() {
		best := rule.NoFix
		for _, d := range check(t, r.Bad, r.Name) {
			if fixable, safe := d.Fixable(); safe {
				best = rule.SafeFix
			} else if fixable && best == rule.NoFix {
				best = rule.UnsafeFix
			}
		}
		if best != r.Fix {
			t.Errorf("%s: the bad example has fix %v, the rule says %v", r.Name, best, r.Fix)
		}
	}
}
