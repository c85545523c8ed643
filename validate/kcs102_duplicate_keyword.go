package validate

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/rule"
)

var duplicateKeyword = check{
	rule: rule.DuplicateKeyword,
	look: checkDuplicates,
}

func checkDuplicates(p *pass) {
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
			// Which of two aliases the .NET client takes is not documented.
			a, b := &p.Tree.Segments[d.earlier], &p.Tree.Segments[d.later]
			same := a.Kind == ast.Pair && b.Kind == ast.Pair && strings.EqualFold(a.Keyword(), b.Keyword())
			found.Edits = p.removeEdits(spare, same)
		}
	})
}

// spare returns the segment of d that the string does as well without: the
// earlier one or, where that is the prefix, the later; -1 where it can't do
// without either.
func (p *pass) spare(d duplicate) int {
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
