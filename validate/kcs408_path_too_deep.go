package validate

import (
	"kustoconn/endpoint"
	"kustoconn/rule"
)

var pathTooDeep = check{
	rule:    rule.PathTooDeep,
	subject: doubtfulEndpoint,
	look:    checkPathTooDeep,
}

func checkPathTooDeep(p *pass) {
	p.reportFaults(rule.PathTooDeep, func(f endpoint.Fault) {
		p.report(f.Span, "the path is not one segment, so it names no database").Help = "leave a path that is only the database"
	})
}
