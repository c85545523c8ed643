package validate

import "kustoconn/rule"

var lookalikeHost = check{
	rule:    rule.LookalikeHost,
	subject: doubtfulEndpoint,
	look:    checkLookalikeHost,
}

func checkLookalikeHost(p *pass) {
	found, ok := p.imitates()
	if !ok {
		return
	}
	d := p.report(p.LocateEndpoint(found.Span), found.Reason)
	d.Help = "correct the host"
	if found.Like != "" {
		d.Help += ": it imitates " + found.Like
	}
}
