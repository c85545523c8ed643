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
		d.Help = "set PreventAccessToLocalSecretsViaKeywords to false before the connection string is assigned, " +
			"DefaultPreventAccessToLocalSecretsViaKeywords to false, " +
			"or the environment variable KUSTO_DATA_ALLOW_ACCESS_TO_LOCAL_SECRETS_VIA_KCSB_KEYWORDS to 1"
	}
}
