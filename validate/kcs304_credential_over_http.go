package validate

import (
	"kustoconn/diag"
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
)

var credentialOverHTTP = check{
	rule:    rule.CredentialOverHTTP,
	subject: doubtfulEndpoint,
	needs:   credentials,
	look:    checkCredentialOverHTTP,
}

// credentials are all properties that a token is made of, those included that
// select no authentication by the documentation.
var credentials = signin.Credentials | schema.Secrets()

func checkCredentialOverHTTP(p *pass) {
	given := p.Specified & credentials
	if given == 0 || !p.plainHTTP() {
		return
	}
	d := p.report(p.schemeSpan(), "a credential is sent over plain http")
	d.Help = "write https"
	for id := range given.All() {
		d.Related = []diag.Related{{Span: p.keywordSpan(id), Message: "the credential"}}
		break
	}
	d.Edits = p.encrypt()
}
