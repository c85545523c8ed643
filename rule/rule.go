// Package rule is the catalogue: every rule's code, name, severity and
// documentation, as data. It is the one home of a code. Packages grammar,
// validate, sdk and lint report by its constants; docs/rules, the command
// rules, the rules of a SARIF report and shell completion are made from it.
//
// The rules stand in files by the hundred of their codes, which is the stage
// that finds them. The checks are elsewhere: those of rules on one string in
// package validate, a file each, named after the code.
//
// How to add a rule is told in ARCHITECTURE.md.
package rule

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/source"
)

//go:generate go run -C ../internal/tools ./gen/rules ../../docs/rules

// Rule is what there is to know of a rule without running it.
type Rule struct {
	Code     diag.Code
	Name     string        // lower case with hyphens
	Severity diag.Severity // where nothing else is configured
	// Worse is the severity of the rule's worse cases, where it is not
	// configured; zero for a rule whose cases are all alike.
	Worse diag.Severity
	// Milder is that of its milder cases, likewise.
	Milder diag.Severity
	Since  string // the first version that has it
	// Score, from "0.1" to "10.0", is what code scanning ranks the findings by
	// of a rule about what endangers a credential; empty for other rules. GitHub
	// calls it high from 7.0 on, and medium from 4.0 on.
	Score string
	Fix   Fix // the best fix that the rule can offer
	// Changes says what an unsafe fix changes, and for whom, as reports do below it:
	// a predicate. It is empty where the help says it.
	Changes string
	// InFiles says that the rule is about files: package lint alone reports it, and
	// its examples are files.
	InFiles bool
	Doc     string // Markdown: what is wrong, why it matters, what to do; with its source
	Bad     string // an example that the rule reports
	Good    string // the example, mended
}

// Fix says whether a rule offers fixes. The zero Fix is "none".
type Fix int

// The kinds of fixes.
const (
	NoFix     Fix = iota
	SafeFix       // the string means the same afterwards
	UnsafeFix     // the string may mean something else afterwards
)

// String returns "none", "safe" or "unsafe".
func (f Fix) String() string {
	switch f {
	case SafeFix:
		return "safe"
	case UnsafeFix:
		return "unsafe"
	}
	return "none"
}

// areas are the rules by the hundred of their codes.
var areas = []struct {
	name  string
	rules []Rule
}{
	{"syntax", syntax},
	{"keywords", keywords},
	{"values", values},
	{"authentication", authentication},
	{"endpoint", endpoint},
	{"secrets", secrets},
	{"portability", portability},
	{"linting", linting},
}

// rules holds every rule, by code.
var rules = func() (all []*Rule) {
	for _, area := range areas {
		for i := range area.rules {
			all = append(all, &area.rules[i])
		}
	}
	return all
}()

// All returns every rule, ordered by code. The slice is the caller's own, the
// rules are shared and not to be changed.
func All() []*Rule { return slices.Clone(rules) }

// Get returns the rule with the code, nil where there is none. It costs a
// binary search.
func Get(code diag.Code) *Rule {
	i, ok := slices.BinarySearchFunc(rules, code, func(r *Rule, code diag.Code) int { return int(r.Code - code) })
	if !ok {
		return nil
	}
	return rules[i]
}

// Find returns the rule with the code ("KCS101") or the name
// ("unknown-keyword"), in any case, and whether there is one.
func Find(codeOrName string) (*Rule, bool) {
	for _, r := range rules {
		if r.isCalled(codeOrName) {
			return r, true
		}
	}
	return nil, false
}

// Names returns every rule's code and name, for suggestions and completion.
func Names() (names []string) {
	for _, r := range rules {
		names = append(names, r.Code.String(), r.Name)
	}
	return names
}

// New returns a diagnostic of the rule with the code at span, at the rule's
// own severity. The code is one of this package's constants; it panics on another.
func New(code diag.Code, span source.Span, message string) diag.Diagnostic {
	return Get(code).New(span, message)
}

// New returns a diagnostic of the rule at span, at the rule's own severity.
func (r *Rule) New(span source.Span, message string) diag.Diagnostic {
	return diag.Diagnostic{Code: r.Code, Rule: r.Name, Severity: r.Severity, Span: span, Message: message}
}

// Area returns the name of the stage that finds the rule, which its hundred
// stands for, such as "keywords"; empty for a code of no stage.
func (r *Rule) Area() string {
	if hundred := int(r.Code) / 100; hundred < len(areas) {
		return areas[hundred].name
	}
	return ""
}

// Match returns how closely a selector names the rule: 0 for not at all, the
// length of the selector for a prefix of its code ("KCS1"), and the code's
// length for its code or its name. Case makes no difference.
func (r *Rule) Match(selector string) int {
	code := r.Code.String()
	switch {
	case r.isCalled(selector):
		return len(code)
	case len(selector) >= len("KCS") && len(selector) < len(code) && strings.EqualFold(selector, code[:len(selector)]):
		return len(selector)
	}
	return 0
}

// Select returns the codes of the rules that a selector names, in order; none
// where it names no rule.
func Select(selector string) (codes []diag.Code) {
	for _, r := range rules {
		if r.Match(selector) > 0 {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

func (r *Rule) isCalled(codeOrName string) bool {
	return strings.EqualFold(codeOrName, r.Code.String()) || strings.EqualFold(codeOrName, r.Name)
}
