package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
)

var untrustedEndpoint = Rule{
	ID:    diag.ID{Code: 404, Name: "untrusted-endpoint", Severity: diag.Error},
	Since: "0.1.0",
	Score: "6.5",
	Fix:   UnsafeFix,
	Doc: `The service does not issue the Data Source's host, and no policy trusts it.

Clients refuse to connect to such a host, so that a string from elsewhere cannot send a
token to a stranger. Where the login endpoint is set, only the hosts of its cloud are
trusted. This machine always is.

Correct the host, or trust it: in code with ` + "`KustoTrustedEndpoints.AddTrustedHosts`" + `, here
with a policy (` + "`--trust`, `--trust-exact`" + `). Source: the documentation, "Trusted
endpoints", and the lists that the clients ship.`,
	Bad:     "https://mycluster/Samples;Fed=true",
	Good:    "https://mycluster.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkUntrustedEndpoint,
}

func checkUntrustedEndpoint(p *Pass) {
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
	d := p.Report(p.LocateEndpoint(e.HostSpan), message)
	d.Help = help
	if e.Form == endpoint.URI && !e.OpenHost() && !strings.ContainsAny(e.Host, ".:") {
		d.Edits = []diag.Edit{insertion(d.Span.End, ".kusto.windows.net")}
	}
}
