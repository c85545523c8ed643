package validate

import (
	"sort"

	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var secretInText = check{
	rule: rule.SecretInText,
	look: checkSecrets,
}

func checkSecrets(p *pass) {
	before := len(p.found)
	if p.givesSecret() {
		for i, s := range p.Tree.Pairs() {
			if p.holdsSecret(i) {
				p.reportSecret(s.ValueText(), p.ID(i))
			}
		}
	}
	pairs := p.found[before:] // in order and apart, as pairs are
	var last source.Span
	for _, m := range p.separators() {
		for _, pair := range m.places {
			if !schema.Secrets().Has(pair.Property) || !p.isSecret(pair.Value.Slice(p.Tree.Text())) {
				continue
			}
			n := sort.Search(len(pairs), func(n int) bool { return pairs[n].Span.End >= pair.Value.End })
			if last.Covers(pair.Value) || n < len(pairs) && pairs[n].Span.Covers(pair.Value) {
				continue
			}
			p.reportSecret(pair.Value, pair.Property)
			last = pair.Value
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
