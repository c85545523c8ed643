package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var maskedSecret = check{
	rule: rule.MaskedSecret,
	look: checkMaskedSecrets,
}

func checkMaskedSecrets(p *pass) {
	if !p.givesSecret() {
		return
	}
	for i := range p.Tree.Segments {
		if p.isMaskedSecret(i) {
			d := p.report(p.Tree.Segments[i].ValueText(), schema.Get(p.ID(i)).Name+" is a mask: this text was copied from some output")
			d.Help = "put the secret back, or a placeholder"
		}
	}
}
