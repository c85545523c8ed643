package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var passwordAuthentication = Rule{
	ID:    diag.ID{Code: 307, Name: "password-authentication", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `The string holds a user's password.

No documented combination of properties has one. Clients that accept it hand the
password to the tenant as it is, which fails for every user with multifactor
authentication, and most clients ignore it.

Let the user sign in by prompt, or use an application's credentials. Source: the
documentation lists no Password; the property is in the keyword file that the Go,
Python and Java clients share.`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;User ID=someone@contoso.com;Password=<password>",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;User ID=someone@contoso.com",
	Needs: schema.SetOf(schema.Password),
	Check: checkPassword,
}

func checkPassword(p *Pass) {
	if !p.Specified.Has(schema.Password) {
		return
	}
	d := p.Report(p.KeywordSpan(schema.Password), "signing in with a password is undocumented and fails with multifactor authentication")
	d.Help = "leave Password out to be prompted, or use an application's credentials"
}
