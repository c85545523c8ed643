package validate

import "kustoconn/rule"

var plainHTTP = check{
	rule:    rule.PlainHTTP,
	subject: doubtfulEndpoint,
	look:    checkPlainHTTP,
}

func checkPlainHTTP(p *pass) {
	if p.plainHTTP() && !p.Policy.Names(&p.Endpoint) {
		d := p.report(p.schemeSpan(), "plain http is not encrypted")
		d.Help = "write https"
		d.Edits = p.encrypt()
	}
}
