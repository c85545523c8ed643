package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var passwordAuthentication = check{
	rule:  rule.PasswordAuthentication,
	needs: schema.SetOf(schema.Password),
	look:  checkPassword,
}

func checkPassword(p *pass) {
	if !p.Specified.Has(schema.Password) {
		return
	}
	d := p.report(p.keywordSpan(schema.Password), "signing in with a password is undocumented and fails with multifactor authentication")
	d.Help = "leave Password out to be prompted, or use an application's credentials"
}
