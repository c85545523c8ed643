package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/redact"
	"kustoconn/schema"
)

var placeholderRule = Rule{
	ID:    diag.ID{Code: 208, Name: "placeholder", Severity: diag.Information},
	Since: "0.1.0",
	Doc: "A value holds a placeholder, such as `<key>`, `${KEY}`, `{0}` or `%s`, that has to be filled in before\n" +
		"the string is used. In a template this is as it should be. A placeholder satisfies any type and is no\n" +
		"secret, so the rest of the string is checked as far as its constant parts allow. In a string that a\n" +
		"client is given, fill it in.",
	Bad:   "https://<cluster>.kusto.windows.net/Samples;Fed=true",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Check: checkPlaceholders,
}

func checkPlaceholders(p *Pass) {
	for i := range p.Tree.Segments {
		s := &p.Tree.Segments[i]
		if s.Kind != ast.Pair && s.Kind != ast.Prefix || p.isMaskedSecret(i) {
			continue
		}
		if found := placeholder.Find(s.Value()); len(found) > 0 {
			d := p.Report(s.Locate(found[0]), "a placeholder")
			d.Help = "fill it in before the string is used"
		}
	}
}

// isMaskedSecret reports whether segment i gives a secret property the mask
// that stands for secrets in output.
func (p *Pass) isMaskedSecret(i int) bool {
	return schema.Secrets().Has(p.ID(i)) && p.Tree.Segments[i].Value() == redact.Mask
}
