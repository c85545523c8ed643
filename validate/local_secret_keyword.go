package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var localSecretKeyword = Rule{
	ID:    diag.ID{Code: 306, Name: "local-secret-keyword", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `A certificate of the local store is named by its thumbprint or subject.

From version 12 on the .NET client refuses such a string, so that text from elsewhere
cannot make a program use the machine's certificates. It takes it only where the program
allows it first: ` + "`new KustoConnectionStringBuilder { PreventAccessToLocalSecretsViaKeywords = false, ConnectionString = … }`" + `,
in that order. No keyword of the string can allow it.

Set that property in code, or choose the certificate in code. Source: the documentation,
"Authenticate with a certificate", and the changelog of Microsoft.Azure.Kusto.Data 12.0.0.`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppCert=<thumbprint>;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	Needs: localSecrets,
	Check: checkLocalSecret,
}

var localSecrets = schema.SetOf(schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject)

func checkLocalSecret(p *Pass) {
	for id := range (p.Specified & localSecrets).All() {
		d := p.Report(p.KeywordSpan(id), "from version 12 on the .NET client refuses "+schema.Get(id).Name+" unless the program allows it")
		d.Help = "in code, set PreventAccessToLocalSecretsViaKeywords to false before the connection string is assigned"
	}
}
