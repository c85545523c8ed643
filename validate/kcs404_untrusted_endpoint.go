package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
)

var untrustedEndpoint = check{
	rule:    rule.UntrustedEndpoint,
	subject: doubtfulEndpoint,
	look:    checkUntrustedEndpoint,
}

func checkUntrustedEndpoint(p *pass) {
	if !p.untrusted() {
		return
	}
	if _, ok := p.imitates(); ok {
		return // lookalikeHost says more
	}
	e := &p.Endpoint
	message, help := "the service does not issue this host, and no policy trusts it", "correct the host, or add it to the trusted hosts"
	if cloud := p.judge().Cloud; cloud != "" && p.Login != "" {
		message = "this host is of the cloud " + string(cloud) + ", and the login endpoint is not"
		help = "correct the host or the login endpoint"
	}
	d := p.report(p.LocateEndpoint(e.HostSpan), message)
	d.Help = help
	if e.Form == endpoint.URI && !e.OpenHost() && !e.Port.Present && !strings.ContainsAny(e.Host(), ".:") {
		d.Edits = []diag.Edit{insertion(d.Span.End, ".kusto.windows.net")}
	}
}
