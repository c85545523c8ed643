package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/source"
)

var bareClusterName = check{
	rule:    rule.BareClusterName,
	subject: doubtfulEndpoint,
	look:    checkBareClusterName,
}

func checkBareClusterName(p *pass) {
	e := &p.Endpoint
	if e.Form != endpoint.BareName || e.Host() == "" || e.OpenHost() {
		return
	}
	host := p.LocateEndpoint(e.HostSpan)
	d := p.report(host, "a name without a scheme, which only some tools complete")
	d.Help = "write the whole URI"
	written := endpoint.Analyze("https://" + e.Text())
	if p.trustsOfItsOwn(&written) {
		return // the name stands for itself, and the scheme is not known
	}
	d.Edits = []diag.Edit{insertion(p.LocateEndpoint(source.At(0)).Start, "https://")}
	if suffix := e.Completion(); suffix != "" {
		d.Edits = append(d.Edits, insertion(host.End, suffix))
	}
}
