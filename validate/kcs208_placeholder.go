package validate

import (
	"kustoconn/ast"
	"kustoconn/placeholder"
	"kustoconn/rule"
)

var placeholderRule = check{
	rule: rule.Placeholder,
	look: checkPlaceholders,
}

func checkPlaceholders(p *pass) {
	for i := range p.Tree.Segments {
		s := &p.Tree.Segments[i]
		if s.Kind != ast.Pair && s.Kind != ast.Prefix || p.isMaskedSecret(i) {
			continue
		}
		if found := placeholder.Find(s.Value()); len(found) > 0 {
			d := p.report(s.Locate(found[0]), "a placeholder")
			d.Help = "fill it in before the string is used"
		}
	}
}
