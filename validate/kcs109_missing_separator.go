package validate

import (
	"slices"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/separator"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var missingSeparator = check{
	rule: rule.MissingSeparator,
	look: checkSeparators,
}

func checkSeparators(p *pass) {
	for _, m := range p.separators() {
		p.reportSeparators(&p.Tree.Segments[m.segment], m.places)
	}
}

// reportSeparators reports the separators that are missing in one segment. Behind a
// closing quotation mark the syntax error gets their fix.
func (p *pass) reportSeparators(s *ast.Segment, missing []separator.Missing) {
	var names schema.Set
	var edits []diag.Edit
	for _, m := range missing {
		names = names.With(m.Property)
		edits = append(edits, diag.Edit{Span: m.At, NewText: ";"})
	}
	help := "write a semicolon before " + nameList(names)
	if s.Kind == ast.Malformed {
		if d := p.textAfterQuote(s.Span()); d != nil {
			d.Help, d.Edits = help, edits
		}
		return
	}
	report := p.report
	if names.Intersects(schema.Secrets()) {
		report = p.reportWorse
	}
	d := report(missing[0].Keyword, "no semicolon before what looks like a pair")
	d.Help, d.Edits = help, edits
	for _, m := range missing[1:min(len(missing), 3)] {
		d.Related = append(d.Related, diag.Related{Span: m.Keyword, Message: "nor before this one"})
	}
}

// textAfterQuote returns the syntax error of that name in span, or nil where it is
// not reported.
func (p *pass) textAfterQuote(span source.Span) *diag.Diagnostic {
	for i := range p.found {
		if d := &p.found[i]; d.Code == rule.TextAfterQuote && span.Covers(d.Span) {
			return d
		}
	}
	return nil
}

// valueRules speak of a value that holds a pair by mistake, absenceRules of what
// such a pair gives. Where the missing semicolon explains all, it alone is
// reported.
var (
	valueRules = []diag.Code{
		rule.NotABoolean, rule.OddAuthority, rule.ClientIDNotAGUID, rule.BadURI, rule.QueryOrFragment, rule.BareClusterName,
	}
	absenceRules = []diag.Code{rule.MissingProperty, rule.FederationOff}
)

// dropExplained drops the diagnostics that the fixes of missing separators would
// silence.
func (v *Validator) dropExplained(p *pass) {
	var edits []diag.Edit
	for i := range p.found {
		if p.found[i].Code == rule.MissingSeparator {
			edits = append(edits, p.found[i].Edits...)
		}
	}
	if len(edits) == 0 {
		return
	}
	fixed, err := diag.Apply(p.Tree.Text(), edits)
	if err != nil {
		return
	}
	m := v.acquire()
	defer v.release(m)
	b, syntax := m.read(fixed, p.Placeholders)
	v.run(&m.pass, b, syntax)
	p.found = slices.DeleteFunc(p.found, func(d diag.Diagnostic) bool {
		explained := slices.Contains(absenceRules, d.Code) || slices.Contains(valueRules, d.Code) && p.lacksSeparator(d.Span)
		return explained && m.pass.count(d.Code) < p.count(d.Code)
	})
}

// lacksSeparator reports whether a separator is missing in the segment at span.
func (p *pass) lacksSeparator(span source.Span) bool {
	return slices.ContainsFunc(p.separators(), func(m missingSeparators) bool {
		return p.Tree.Segments[m.segment].Span().Covers(span)
	})
}
