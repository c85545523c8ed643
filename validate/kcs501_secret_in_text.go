package validate

import (
	"kustoconn/ast"
	"kustoconn/rule"
	"kustoconn/schema"
)

var secretInText = check{
	rule: rule.SecretInText,
	look: checkSecrets,
}

func checkSecrets(p *pass) {
	if p.givesSecret() {
		for i, s := range p.Tree.Pairs() {
			if p.holdsSecret(i) {
				p.reportSecret(s, p.ID(i))
			}
		}
	}
	for _, u := range p.unknown() {
		s := &p.Tree.Segments[u.segment]
		if schema.Secrets().Has(u.meant.Property) && p.isSecret(s.Value()) {
			p.reportSecret(s, u.meant.Property)
		}
	}
}

func (p *pass) reportSecret(s *ast.Segment, id schema.ID) {
	d := p.report(s.ValueText(), schema.Get(id).Name+" is written in the text")
	d.Help = "keep it in a vault or the environment and write a placeholder"
}
