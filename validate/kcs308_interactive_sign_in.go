package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var interactiveSignIn = check{
	rule:  rule.InteractiveSignIn,
	needs: schema.SetOf(schema.FederatedSecurity),
	look:  checkInteractive,
}

func checkInteractive(p *pass) {
	if p.AuthMode() != schema.UserPrompt {
		return
	}
	if _, missing := p.unfinished(); missing != 0 {
		return // a credential is there: missingProperty speaks of it
	}
	d := p.report(p.keywordSpan(schema.FederatedSecurity), "the current user signs in, prompted if need be")
	d.Help = "in a program without a person, give an application's credentials"
}
