package validate

import (
	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

var duplicateKeyword = Rule{
	ID:    diag.ID{Code: 102, Name: "duplicate-keyword", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: "A property is given twice with the same value; an alias counts as the property itself (`Fed` and\n" +
		"`AAD Federated Security`), and the prefix as a `Data Source`. The last one counts, so nothing is\n" +
		"lost, but whoever edits the other one will wonder. The fix removes the one that has no effect.\n" +
		"Booleans are compared by value, and a placeholder may stand for anything. Different values are\n" +
		"reported as conflicting-values.\n\n" +
		"Source: the ADO.NET grammar, in which the last of several pairs wins.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AAD Federated Security=True",
	Good:  "https://help.kusto.windows.net/Samples;AAD Federated Security=True",
	Check: checkDuplicates,
}

func checkDuplicates(p *Pass) {
	p.duplicates(func(d duplicate) {
		if d.values == differ {
			return
		}
		message := " is given again with the same value"
		if d.values == maySame {
			message = " is given again"
		}
		found := p.reportDuplicate(d, message)
		found.Help = "remove one of the two"
		if spare := p.spare(d); spare >= 0 {
			found.Edits = p.removeEdits(spare, true)
		}
	})
}

// duplicate is a segment that gives a property a value, and the one before it
// that does.
type duplicate struct {
	id             schema.ID
	earlier, later int
	values         sameness
}

// sameness says whether two values of a property are the same.
type sameness uint8

const (
	_       sameness = iota
	differ           // they are not
	maySame          // a placeholder leaves it open
	same             // they are
)

// duplicates calls report for each duplicate, property by property. Pairs
// without a value are none: empty-value-unsets speaks of them.
func (p *Pass) duplicates(report func(duplicate)) {
	for id := range p.Duplicated.All() {
		earlier := -1
		for later := range p.Occurrences(id) {
			s := &p.Tree.Segments[later]
			if s.Unset() {
				continue
			}
			if earlier >= 0 {
				report(duplicate{id, earlier, later, compare(id, p.Tree.Segments[earlier].Value(), s.Value())})
			}
			earlier = later
		}
	}
}

func compare(id schema.ID, a, b string) sameness {
	if a == b {
		return same
	}
	if schema.Get(id).Type == schema.TypeBool {
		x, xok := bind.ParseBool(a)
		y, yok := bind.ParseBool(b)
		if xok && yok && x == y {
			return same
		}
	}
	if placeholder.In(a) || placeholder.In(b) {
		return maySame
	}
	return differ
}

func (p *Pass) reportDuplicate(d duplicate, message string) *diag.Diagnostic {
	later, earlier := &p.Tree.Segments[d.later], &p.Tree.Segments[d.earlier]
	found := p.Report(later.KeywordSpan(), schema.Get(d.id).Name+message)
	related := diag.Related{Span: earlier.KeywordSpan(), Message: "given here first"}
	if earlier.Kind == ast.Prefix {
		related.Span = earlier.ValueSpan()
	}
	found.Related = []diag.Related{related}
	return found
}

// spare returns the segment of d that the string does as well without: the
// earlier one or, where that is the prefix, the later; -1 where it can't do
// without either.
func (p *Pass) spare(d duplicate) int {
	earlier := &p.Tree.Segments[d.earlier]
	switch {
	case d.values != same:
		return -1
	case earlier.Kind != ast.Prefix:
		return d.earlier
	case earlier.Value()[0] == '@':
		return -1 // as a prefix it is the shorthand, as a pair it is none
	}
	for i := range p.Occurrences(d.id) {
		if d.earlier < i && i < d.later {
			return -1 // a pair between them unsets the prefix
		}
	}
	return d.later
}
