package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
)

var credentialsInURI = check{
	rule:    rule.CredentialsInURI,
	subject: doubtfulEndpoint,
	look:    checkCredentialsInURI,
}

func checkCredentialsInURI(p *pass) {
	p.reportFaults(rule.CredentialsInURI, func(f endpoint.Fault) {
		d := p.report(f.Span, "credentials in the Data Source")
		d.Help = "remove them, and give credentials by properties"
		if f.Fixable {
			d.Edits = []diag.Edit{{Span: f.Span}}
		}
	})
}
