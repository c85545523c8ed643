package validate

import (
	"strconv"

	"kustoconn/ast"
	"kustoconn/rule"
	"kustoconn/source"
)

var placeholderRule = check{
	rule: rule.Placeholder,
	look: checkPlaceholders,
}

// checkPlaceholders reports the first placeholder, and how many there are.
func checkPlaceholders(p *pass) {
	var first source.Span
	count := 0
	for i := range p.Tree.Segments {
		s := &p.Tree.Segments[i]
		if s.Kind != ast.Pair && s.Kind != ast.Prefix || p.isMaskedSecret(i) {
			continue
		}
		found := p.Placeholders.Find(s.Value())
		if len(found) > 0 && count == 0 {
			first = s.Locate(found[0])
		}
		count += len(found)
	}
	switch count {
	case 0:
	case 1:
		d := p.report(first, "a placeholder")
		d.Help = "fill it in before the string is used"
	default:
		d := p.report(first, "the first of "+strconv.Itoa(count)+" placeholders")
		d.Help = "fill them in before the string is used"
	}
}
