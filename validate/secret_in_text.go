package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/schema"
)

var secretInText = Rule{
	ID:    diag.ID{Code: 501, Name: "secret-in-text", Severity: diag.Warning},
	Since: "0.1.0",
	Score: "8.0",
	Doc: "The string holds a secret: a key, a token, a password or a certificate with its private key. Whoever\n" +
		"reads the text can use it, and from a repository, a log or a shell's history it is hard to remove. Keep\n" +
		"it in a vault or in the environment and put it into the string when the program runs, or sign in\n" +
		"without one, by a managed identity. A secret that was committed has to be replaced.\n\n" +
		"Placeholders are no secrets; the value of a misspelt `AppKey` is one. In files (`kustoconn lint`) the\n" +
		"rule is an error. A password in the endpoint's URI is reported as credentials-in-uri.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented~secret;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=${APP_KEY};Authority Id=contoso.com",
	Check: checkSecrets,
}

func checkSecrets(p *Pass) {
	if p.givesSecret() {
		for i, s := range p.Tree.Pairs() {
			if p.holdsSecret(i) {
				p.reportSecret(s, p.ID(i))
			}
		}
	}
	for _, u := range p.unknown() {
		s := &p.Tree.Segments[u.segment]
		if schema.Secrets().Has(u.meant.Property) && isConstant(s.Value()) {
			p.reportSecret(s, u.meant.Property)
		}
	}
}

func (p *Pass) reportSecret(s *ast.Segment, id schema.ID) {
	d := p.Report(s.ValueText(), schema.Get(id).Name+" is written in the text")
	d.Help = "keep it in a vault or the environment and write a placeholder"
}
