package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
)

var ignoredCredential = Rule{
	ID:    diag.ID{Code: 303, Name: "ignored-credential", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `The string gives all that one authentication mode needs, and a credential of another that ranks below it.

Only the first mode counts, in the order user token, application token, application
key, certificate by thumbprint, by subject and issuer, by subject, password. The other
credential is dead weight that can still leak, and a reader may take it for the one
in use.

Remove the credential that is not meant. Source: the documentation, "Authentication
properties (details)".`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;UserToken=<token>;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;UserToken=<token>",
	Needs: bind.Credentials,
	Check: checkIgnoredCredential,
}

func checkIgnoredCredential(p *Pass) {
	auth := p.Intended()
	if auth == schema.UserPrompt {
		return // nothing is complete: missingProperty's case
	}
	for id := range p.Unused(auth).All() {
		d := p.Report(p.KeywordSpan(id), schema.Get(id).Name+" is ignored: "+string(auth)+" authentication comes first")
		d.Help = "remove the credential that is not meant"
	}
}
