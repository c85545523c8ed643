package validate

import (
	"slices"
	"sort"

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
	var after []int
	for i, m := range p.separators() {
		if i == 0 {
			after = p.textAfterQuotes()
		}
		p.reportSeparators(&p.Tree.Segments[m.segment], m.places, after)
	}
}

// reportSeparators reports the separators that are missing in one segment. Behind a
// closing quotation mark the syntax error, one of after, gets their fix.
func (p *pass) reportSeparators(s *ast.Segment, missing []separator.Missing, after []int) {
	var names schema.Set
	var edits []diag.Edit
	for _, m := range missing {
		names = names.With(m.Property)
		edits = append(edits, diag.Edit{Span: m.At, NewText: ";"})
	}
	help := "write a semicolon before " + nameList(names)
	if s.Kind == ast.Malformed {
		at := sort.Search(len(after), func(i int) bool { return p.found[after[i]].Span.Start >= s.Span().Start })
		if at < len(after) && s.Span().Covers(p.found[after[at]].Span) {
			d := &p.found[after[at]]
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

// textAfterQuotes returns which of the diagnostics are the syntax errors of that
// name, by where they are.
func (p *pass) textAfterQuotes() (after []int) {
	for i := range p.found {
		if p.found[i].Code == rule.TextAfterQuote {
			after = append(after, i)
		}
	}
	slices.SortFunc(after, func(i, j int) int { return p.found[i].Span.Start - p.found[j].Span.Start })
	return after
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
	before, after := countByCode(p.found), countByCode(m.pass.found)
	p.found = slices.DeleteFunc(p.found, func(d diag.Diagnostic) bool {
		explained := slices.Contains(absenceRules, d.Code) || slices.Contains(valueRules, d.Code) && p.lacksSeparator(d.Span)
		return explained && after[d.Code] < before[d.Code]
	})
}

// countByCode returns how often each rule is reported.
func countByCode(found diag.List) map[diag.Code]int {
	counts := map[diag.Code]int{}
	for i := range found {
		counts[found[i].Code]++
	}
	return counts
}

// lacksSeparator reports whether a separator is missing in the segment at span.
func (p *pass) lacksSeparator(span source.Span) bool {
	all := p.separators()
	i := sort.Search(len(all), func(i int) bool { return p.Tree.Segments[all[i].segment].Span().End >= span.End })
	return i < len(all) && p.Tree.Segments[all[i].segment].Span().Covers(span)
}
