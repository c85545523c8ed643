package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var interactiveSignIn = Rule{
	ID:    diag.ID{Code: 308, Name: "interactive-sign-in", Severity: diag.Information},
	Since: "0.1.0",
	Doc: `The string asks for authentication and gives no credential, so the current user signs in.

The client opens a browser where there is no session yet. That is right for tools that a
person uses, and hangs or fails in a service, a job or a container.

For programs without a person, give an application's credentials, or choose a managed
identity in code. Source: the documentation, "Authentication properties (details)", step
1.5.`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	Needs: schema.SetOf(schema.FederatedSecurity),
	Check: checkInteractive,
}

func checkInteractive(p *Pass) {
	if p.AuthMode() != schema.UserPrompt {
		return
	}
	if _, missing := p.unfinished(); missing != 0 {
		return // a credential is there: missingProperty speaks of it
	}
	d := p.Report(p.KeywordSpan(schema.FederatedSecurity), "the current user signs in, prompted if need be")
	d.Help = "in a program without a person, give an application's credentials"
}
