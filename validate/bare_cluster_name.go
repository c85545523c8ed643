package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/source"
)

var bareClusterName = Rule{
	ID:    diag.ID{Code: 411, Name: "bare-cluster-name", Severity: diag.Information},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source is a name without a scheme.

Tools complete it: ` + "`https://`" + ` goes before it, and ` + "`.kusto.windows.net`" + ` after a name of fewer
than two dots. The client libraries do not, and connect to nothing or refuse it.

Write the whole URI. Source: the documentation, "General properties": the URI specifying
the service endpoint.`,
	Bad:     "help/Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkBareClusterName,
}

func checkBareClusterName(p *Pass) {
	e := &p.Endpoint
	if e.Form != endpoint.BareName || e.Host == "" || e.OpenHost() {
		return
	}
	host := p.LocateEndpoint(e.HostSpan)
	d := p.Report(host, "a name without a scheme, which only some tools complete")
	d.Help = "write the whole URI"
	d.Edits = []diag.Edit{insertion(p.LocateEndpoint(source.At(0)).Start, "https://")}
	if suffix := e.Completion(); suffix != "" {
		d.Edits = append(d.Edits, insertion(host.End, suffix))
	}
}
