package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var secretInText = check{
	rule: rule.SecretInText,
	look: checkSecrets,
}

func checkSecrets(p *pass) {
	if p.givesSecret() {
		for i, s := range p.Tree.Pairs() {
			if p.holdsSecret(i) {
				p.reportSecret(s.ValueText(), p.ID(i))
			}
		}
	}
	for _, m := range p.separators() {
		for _, pair := range m.places {
			if schema.Secrets().Has(pair.Property) && p.isSecret(pair.Value.Slice(p.Tree.Text())) && !p.isReported(rule.SecretInText, pair.Value) {
				p.reportSecret(pair.Value, pair.Property)
			}
		}
	}
	for _, u := range p.unknown() {
		s := &p.Tree.Segments[u.segment]
		if schema.Secrets().Has(u.meant.Property) && p.isSecret(s.Value()) {
			p.reportSecret(s.ValueText(), u.meant.Property)
		}
	}
}

func (p *pass) reportSecret(value source.Span, id schema.ID) {
	d := p.report(value, schema.Get(id).Name+" is written in the text")
	d.Help = "keep it in a vault or the environment and write a placeholder"
}
