// Package validate judges a bound connection string by rules. What there is to
// know of a rule is in package rule; the check of a rule is here, in the file
// named after its code: a pure function over the string, with what it needs
// to be asked. What several checks share stands in files of its own.
//
// Packages grammar, sdk and lint check rules of their own, at the severities
// of this package's Validator (Configure).
package validate

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
)

// Options says which rules run and by what they judge. The zero Options runs
// every rule at its own severity and trusts the hosts that the service issues.
type Options struct {
	// Severities sets the severity of rules by code; diag.Off switches one off.
	Severities map[diag.Code]diag.Severity
	// Select and Ignore take codes ("KCS101"), names ("unknown-keyword") and
	// prefixes of codes ("KCS1"). An empty Select selects all; the longer
	// selector wins over the shorter, and Ignore over Select where they are
	// alike.
	Select, Ignore []string
	// Least is the least severity worth finding; rules below it do not run.
	Least diag.Severity
	// Policy decides which hosts are trusted.
	Policy endpoint.Policy
	// Login is the login endpoint clients will use; empty for any cloud's.
	Login string
	// For says what the string is for, KindQuery or KindIngest; empty where that
	// is not known.
	For endpoint.Kind
	// Placeholders says what is a placeholder, where a bound string does not say it
	// itself; nil for the table of package placeholder.
	Placeholders *placeholder.Set
	// Now is the time by which tokens have expired; zero for the clock's.
	Now time.Time
}

// Validator runs rules. It does not change after New and is safe for
// concurrent use.
type Validator struct {
	options Options
	rules   [numSubjects][]ruleRun // that run, by subject
	// severities of all rules, those that other packages check included.
	severities  map[diag.Code]diag.Severity
	errorsAlone bool      // the options ask for nothing but to leave out what is no error
	memory      sync.Pool // of *memory, so that a clean string costs no allocation
}

// ruleRun is a check with what the options make of it.
type ruleRun struct {
	needs schema.Set // the check's own, where the loop over the rules finds them at once
	look  func(*pass)
	rule  *rule.Rule
	// What report, reportWorse and reportMilder report at.
	severity, worse, milder diag.Severity
}

// New returns a validator, or an error where no rule answers to a selector. The
// error repeats the selector only where it is nearly a rule's name: a secret that
// was given in its place is not shown.
func New(options Options) (*Validator, error) {
	for _, selector := range slices.Concat(options.Select, options.Ignore) {
		if len(rule.Select(selector)) == 0 {
			return nil, unknownSelector(selector)
		}
	}
	v := &Validator{options: options, severities: map[diag.Code]diag.Severity{}}
	others := options
	others.Least = 0
	v.errorsAlone = options.Least == diag.Error && reflect.ValueOf(others).IsZero()
	for _, r := range rule.All() {
		v.severities[r.Code] = options.severity(r)
	}
	for _, c := range checks {
		r := rule.Get(c.rule)
		severity := v.severities[r.Code]
		worse, milder := severity, severity
		if _, configured := options.Severities[r.Code]; !configured && severity != diag.Off {
			worse, milder = cmp.Or(r.Worse, severity), cmp.Or(r.Milder, severity)
		}
		// The missing separator, which does without other rules, is looked for
		// whatever the least severity.
		if severity != diag.Off && (worse.AtLeast(options.Least) || r.Code == rule.MissingSeparator) {
			v.rules[c.subject] = append(v.rules[c.subject], ruleRun{c.needs, c.look, r, severity, worse, milder})
		}
	}
	return v, nil
}

func unknownSelector(selector string) error {
	if near, ok := vocabulary.SuggestFrom(selector, rule.Names()); ok {
		return fmt.Errorf("no rule %q; did you mean %q?", selector, near)
	}
	return errors.New(`no rule answers to a selector; the command "rules" lists them`)
}

func (o *Options) severity(r *rule.Rule) diag.Severity {
	selected, ignored := 0, 0
	for _, s := range o.Select {
		selected = max(selected, r.Match(s))
	}
	for _, s := range o.Ignore {
		ignored = max(ignored, r.Match(s))
	}
	if ignored > 0 && ignored >= selected || len(o.Select) > 0 && selected == 0 {
		return diag.Off
	}
	if s, ok := o.Severities[r.Code]; ok {
		return s
	}
	return r.Severity
}

// Severity returns the severity that the rule with the code runs at: diag.Off
// where the options leave it out, and 0 for a code that is no rule's.
func (v *Validator) Severity(code diag.Code) diag.Severity { return v.severities[code] }

// Configure gives diagnostics that another package found the severities of
// this validator, and leaves out those of rules that do not run.
func (v *Validator) Configure(found diag.List) diag.List {
	var kept diag.List
	for _, d := range found {
		severity := v.severities[d.Code]
		if severity == 0 || severity == diag.Off || !severity.AtLeast(v.options.Least) {
			continue
		}
		d.Severity = severity
		kept = append(kept, d)
	}
	return kept
}

// Check returns what the rules say of b, together with the syntax errors that
// grammar.Parse reported for it, sorted by where they are. It costs one call
// a rule that can apply and allocates only to report.
func (v *Validator) Check(b *bind.Bound, syntax diag.List) diag.List {
	return v.CheckFor(b, syntax, v.options.For)
}

// CheckFor is Check of a string of which it is known what it is for: role takes
// the place of Options.For.
func (v *Validator) CheckFor(b *bind.Bound, syntax diag.List, role endpoint.Kind) diag.List {
	if b.Placeholders == nil && v.options.Placeholders != nil {
		own := &bind.Bound{Placeholders: v.options.Placeholders}
		bind.BindInto(own, b.Tree)
		b = own
	}
	m := v.acquire()
	defer v.release(m)
	m.pass.For = role
	return v.check(m, b, syntax)
}

// CheckText parses and binds text, and returns what Check says of it. The tree
// and its meaning are not kept, so that a clean string of a usual size costs
// no allocation.
func (v *Validator) CheckText(text string) diag.List {
	if v.errorsAlone && isPlain(text) {
		return nil
	}
	m := v.acquire()
	defer v.release(m)
	b, syntax := m.read(text, v.options.Placeholders)
	m.pass.For = v.options.For
	return v.check(m, b, syntax)
}

// check judges b. What is found is collected in memory that is used again.
func (v *Validator) check(m *memory, b *bind.Bound, syntax diag.List) diag.List {
	p := &m.pass
	p.found = m.found
	v.run(p, b, syntax)
	if len(p.found) == 0 {
		return nil
	}
	v.dropExplained(p)
	p.demote(len(syntax) > 0)
	v.tryFixes(p)
	if v.options.Least != 0 {
		p.found = slices.DeleteFunc(p.found, func(d diag.Diagnostic) bool { return !d.Severity.AtLeast(v.options.Least) })
	}
	p.found.Sort()
	return m.takeFound(p.found)
}

// run lets every rule look at b and finds the diagnostics of p.
func (v *Validator) run(p *pass, b *bind.Bound, syntax diag.List) {
	p.Bound, p.Policy, p.Login, p.Now = b, v.options.Policy, v.options.Login, v.options.Now
	if p.mayBeOther() && p.reportOther(v) {
		return
	}
	if len(syntax) > 0 {
		p.found = v.Configure(syntax)
	}
	for about := range v.rules {
		if runs := v.rules[about]; len(runs) > 0 && p.has(subject(about)) {
			p.ask(runs)
		}
	}
}

// ask lets those of the rules look at the string that can apply to it.
func (p *pass) ask(runs []ruleRun) {
	for i := range runs {
		r := &runs[i]
		if r.needs != 0 && !p.Present.Intersects(r.needs) {
			continue
		}
		p.run = r
		r.look(p)
	}
}
