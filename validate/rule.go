// Package validate judges a bound connection string by rules. A rule is one
// literal in a file of its own: code, severity, documentation, a bad and a
// good example, and a pure function over the string. The rules' documentation
// in docs/rules is made from the same literals.
//
// The rules that other packages check stand together by package: syntax.go
// (grammar), portability.go (sdk) and linting.go (lint). Only their
// documentation is here, and the IDs of the latter two (elsewhere.go).
//
// Adding a rule takes its file, a line in registry.go, rows in the test of its
// area, and a kind of fault of its name in package fuzz (a test there demands
// it). Then go generate ./... renews docs/rules and docs/man.
package validate

import (
	"time"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/source"
)

// Rule is one rule.
type Rule struct {
	diag.ID
	Since string // the first version that has it
	// Worse is the severity of the rule's worse cases, where it is not
	// configured; zero for a rule whose cases are all alike.
	Worse diag.Severity
	// Score, from "0.1" to "10.0", is what code scanning ranks the findings by
	// of a rule about what endangers a credential; empty for other rules. GitHub
	// calls it high from 7.0 on, and medium from 4.0 on.
	Score string
	Fix   Fix    // the best fix that the rule can offer
	Doc   string // Markdown: what is wrong, why it matters, what to do; with its source
	Bad   string // an example that the rule reports
	Good  string // the example, mended

	// Needs lists properties of which the string must give one at least for
	// the rule to say anything; none for rules about other things.
	Needs schema.Set
	// Subject is what the rule speaks of, where not every string has it: the
	// rule is not asked about the others.
	Subject Subject
	// Check reports what it finds. It is nil for rules that another package
	// checks.
	Check func(*Pass)
}

// Subject is what a rule speaks of. The zero Subject is the whole string.
type Subject int

// The subjects.
const (
	_                Subject = iota
	UnknownKeyword           // a pair whose keyword is no property's
	DoubtfulEndpoint         // a Data Source other than https with a trusted host, in ASCII and without fault
	numSubjects
)

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

// Pass is one string as a rule sees it.
type Pass struct {
	*bind.Bound
	Policy endpoint.Policy // which hosts are trusted
	Login  string          // the login endpoint clients will use; empty for any
	Now    time.Time       // the time to judge tokens by; zero for the clock's

	run     *ruleRun // the rule that is looking
	view    *redact.View
	verdict endpoint.Verdict
	judged  bool // verdict is filled in
	found   diag.List

	unknownPairs []unknownPair
	sorted       bool // unknownPairs is filled in
}

// Report adds a diagnostic at span and returns it, for help and edits to be
// added before the next call.
func (p *Pass) Report(span source.Span, message string) *diag.Diagnostic {
	d := p.run.rule.New(span, message)
	d.Severity = p.run.severity
	p.found = append(p.found, d)
	return &p.found[len(p.found)-1]
}

// ReportWorse is Report for the worse cases of a rule that has some.
func (p *Pass) ReportWorse(span source.Span, message string) *diag.Diagnostic {
	d := p.Report(span, message)
	d.Severity = p.run.worse
	return d
}

// has reports whether the string has what rules on the subject speak of.
func (p *Pass) has(subject Subject) bool {
	switch subject {
	case UnknownKeyword:
		return p.HasUnknown()
	case DoubtfulEndpoint:
		return p.doubtsEndpoint()
	}
	return true
}

// End returns the insertion point for what is missing: the end of the text.
func (p *Pass) End() source.Span { return source.At(len(p.Tree.Text)) }

// KeywordSpan returns where the effective value's keyword stands. For a
// prefix, which has none, it is the prefix.
func (p *Pass) KeywordSpan(id schema.ID) source.Span {
	s := &p.Tree.Segments[p.Segment(id)]
	if p.Origin(id) != bind.Pair {
		return s.ValueSpan()
	}
	return s.KeywordSpan()
}

// ValueSpan returns where the effective value stands, with its quotes.
func (p *Pass) ValueSpan(id schema.ID) source.Span {
	return p.Tree.Segments[p.Segment(id)].ValueSpan()
}

// Wild reports whether the property's effective value holds a placeholder,
// and so satisfies any type.
func (p *Pass) Wild(id schema.ID) bool {
	value, _ := p.Value(id)
	return placeholder.In(value)
}
