package validate

import (
	"time"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/growing"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/source"
)

// pass is one string as a rule sees it.
type pass struct {
	*bind.Bound
	Policy endpoint.Policy // which hosts are trusted
	Login  string          // the login endpoint clients will use; empty for any
	For    endpoint.Kind   // what the string is for; empty where that is not known
	Now    time.Time       // the time to judge tokens by; zero for the clock's

	run     *ruleRun    // the rule that is looking
	view    redact.View // made by masked
	verdict endpoint.Verdict
	judged  bool // verdict is filled in
	found   diag.List

	unknownPairs []unknownPair
	sorted       bool // unknownPairs is filled in

	missing   []missingSeparators
	separated bool // missing is filled in
}

// report adds a diagnostic at span and returns it, for help and edits to be
// added before the next call.
func (p *pass) report(span source.Span, message string) *diag.Diagnostic {
	d := p.run.rule.New(span, message)
	d.Severity = p.run.severity
	p.found = growing.Append(p.found, d)
	return &p.found[len(p.found)-1]
}

// reportWorse is report for the worse cases of a rule that has some.
func (p *pass) reportWorse(span source.Span, message string) *diag.Diagnostic {
	d := p.report(span, message)
	d.Severity = p.run.worse
	return d
}

// reportMilder is report for the milder cases of a rule that has some.
func (p *pass) reportMilder(span source.Span, message string) *diag.Diagnostic {
	d := p.report(span, message)
	d.Severity = p.run.milder
	return d
}

// has reports whether the string has what rules on the subject speak of.
func (p *pass) has(subject subject) bool {
	switch subject {
	case unknownKeywords:
		return p.HasUnknown()
	case doubtfulEndpoint:
		return p.doubtsEndpoint()
	}
	return true
}

// masked returns the masked view of the string. Names of unknown keywords in
// messages come from it.
func (p *pass) masked() redact.View {
	if p.view.Bound == nil {
		p.view = redact.Of(p.Bound)
	}
	return p.view
}

// end returns the insertion point for what is missing: the end of the text.
func (p *pass) end() source.Span { return source.At(len(p.Tree.Text())) }

// keywordSpan returns where the effective value's keyword stands. For a
// prefix, which has none, it is the prefix.
func (p *pass) keywordSpan(id schema.ID) source.Span {
	s := &p.Tree.Segments[p.Segment(id)]
	if p.Origin(id) != bind.Pair {
		return s.ValueSpan()
	}
	return s.KeywordSpan()
}

// valueSpan returns where the effective value stands, with its quotes.
func (p *pass) valueSpan(id schema.ID) source.Span {
	return p.Tree.Segments[p.Segment(id)].ValueSpan()
}

// hasPlaceholder reports whether the property's effective value holds a placeholder,
// and so satisfies any type.
func (p *pass) hasPlaceholder(id schema.ID) bool {
	value, _ := p.Value(id)
	return p.Placeholders.In(value)
}
