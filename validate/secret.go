package validate

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// afterBareSecret returns the segment of the secret without quotation marks
// that segment i follows, or -1. Empty segments between the two do not count.
func (p *Pass) afterBareSecret(i int) int {
	for i--; i >= 0; i-- {
		s := &p.Tree.Segments[i]
		if s.Kind == ast.Empty {
			continue
		}
		if s.Quote == 0 && p.holdsSecret(i) {
			return i
		}
		break
	}
	return -1
}

// holdsSecret reports whether segment i gives a secret property a value that
// has to be hidden.
func (p *Pass) holdsSecret(i int) bool {
	s := &p.Tree.Segments[i]
	return s.Kind == ast.Pair && schema.Secrets().Has(p.ID(i)) && isConstant(s.Value())
}

// givesSecret reports whether any segment can give a secret property a value.
// Most strings have none, which spares the rules about secrets their search.
func (p *Pass) givesSecret() bool {
	return (p.Present | p.Duplicated).Intersects(schema.Secrets())
}

// isConstant reports whether value is neither blank nor made of placeholders
// alone.
func isConstant(value string) bool {
	return strings.TrimSpace(value) != "" && !placeholder.Whole(value)
}
