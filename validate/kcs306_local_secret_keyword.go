package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var localSecretKeyword = check{
	rule:  rule.LocalSecretKeyword,
	needs: localSecrets,
	look:  checkLocalSecret,
}

var localSecrets = schema.SetOf(schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject)

func checkLocalSecret(p *pass) {
	for id := range (p.Specified & localSecrets).All() {
		d := p.report(p.keywordSpan(id), "from version 12 on the .NET client refuses "+schema.Get(id).Name+" unless the program allows it")
		d.Help = "in code, set PreventAccessToLocalSecretsViaKeywords to false before the connection string is assigned"
	}
}
