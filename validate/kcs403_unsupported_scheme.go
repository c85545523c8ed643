package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
)

var unsupportedScheme = check{
	rule:    rule.UnsupportedScheme,
	subject: doubtfulEndpoint,
	look:    checkUnsupportedScheme,
}

func checkUnsupportedScheme(p *pass) {
	p.reportFaults(rule.UnsupportedScheme, func(f endpoint.Fault) {
		d := p.report(f.Span, "the scheme is neither https nor http")
		d.Help = "write https"
		d.Edits = []diag.Edit{{Span: f.Span, NewText: "https"}}
	})
}
