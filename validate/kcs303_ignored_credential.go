package validate

import (
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
)

var ignoredCredential = check{
	rule:  rule.IgnoredCredential,
	needs: signin.Credentials,
	look:  checkIgnoredCredential,
}

func checkIgnoredCredential(p *pass) {
	auth := p.intended()
	if auth == schema.UserPrompt {
		return // nothing is complete: missingProperty's case
	}
	for id := range signin.Unused(p.Specified, auth).All() {
		d := p.report(p.keywordSpan(id), schema.Get(id).Name+" is ignored: "+string(auth)+" authentication comes first")
		d.Help = "remove the credential that is not meant"
	}
}
