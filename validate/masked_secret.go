package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var maskedSecret = Rule{
	ID:    diag.ID{Code: 503, Name: "masked-secret", Severity: diag.Error},
	Since: "0.1.0",
	Doc: "A secret's value is `****`, which is what tools, this one included, print in its place. The string was\n" +
		"copied from a log or a screen, and signing in with it fails. Put the secret itself back, or a\n" +
		"placeholder such as `${APP_KEY}` if it is filled in later.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=****;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=${APP_KEY};Authority Id=contoso.com",
	Check: checkMaskedSecrets,
}

func checkMaskedSecrets(p *Pass) {
	if !p.givesSecret() {
		return
	}
	for i := range p.Tree.Segments {
		if p.isMaskedSecret(i) {
			d := p.Report(p.Tree.Segments[i].ValueText(), schema.Get(p.ID(i)).Name+" is a mask: this text was copied from some output")
			d.Help = "put the secret back, or a placeholder"
		}
	}
}
