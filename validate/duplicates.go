package validate

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/typed"
	"kustoconn/schema"
	"kustoconn/source"
)

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
func (p *pass) duplicates(report func(duplicate)) {
	for id := range p.Duplicated.All() {
		earlier := -1
		for later := range p.Occurrences(id) {
			s := &p.Tree.Segments[later]
			if s.Unset() {
				continue
			}
			if earlier >= 0 && !p.apart(earlier, later) {
				report(duplicate{id, earlier, later, p.compare(id, p.Tree.Segments[earlier].Value(), s.Value())})
			}
			earlier = later
		}
	}
}

// apart reports whether a template writes one of two segments only: one of its branches
// ends between them.
func (p *pass) apart(earlier, later int) bool {
	between := source.Span{Start: p.Tree.Segments[earlier].Span().Start, End: p.Tree.Segments[later].Span().End}
	for _, opening := range [...]string{"{{", "{%", "<%"} {
		for rest := between.Slice(p.Tree.Text()); ; {
			_, block, found := strings.Cut(rest, opening)
			if !found {
				break
			}
			word := strings.TrimLeft(block, "-~ ")
			if strings.HasPrefix(word, "else") || strings.HasPrefix(word, "elif") || strings.HasPrefix(word, "elsif") {
				return true
			}
			rest = block
		}
	}
	return false
}

func (p *pass) compare(id schema.ID, a, b string) sameness {
	if a == b {
		return same
	}
	if schema.Get(id).Type == schema.TypeBool {
		x, xok := typed.Bool(a)
		y, yok := typed.Bool(b)
		if xok && yok && x == y {
			return same
		}
	}
	if p.Placeholders.In(a) || p.Placeholders.In(b) {
		return maySame
	}
	return differ
}

func (p *pass) reportDuplicate(d duplicate, message string) *diag.Diagnostic {
	later, earlier := &p.Tree.Segments[d.later], &p.Tree.Segments[d.earlier]
	found := p.report(later.KeywordSpan(), schema.Get(d.id).Name+message)
	related := diag.Related{Span: earlier.KeywordSpan(), Message: "given here first"}
	if earlier.Kind == ast.Prefix {
		related.Span = earlier.ValueSpan()
	}
	found.Related = []diag.Related{related}
	return found
}
