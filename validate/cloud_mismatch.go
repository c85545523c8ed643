package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
)

var cloudMismatch = Rule{
	ID:    diag.ID{Code: 414, Name: "cloud-mismatch", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `Authority Id is a login URL of one Azure cloud, and the cluster is in another.

Clouds share no sign-in: a token of the one is worth nothing in the other, so
authentication fails after it seemed to work.

Take the login endpoint of the cluster's cloud, or give the tenant alone. Source: the
lists of trusted endpoints that the clients ship, which go by login endpoint.`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=https://login.microsoftonline.us/contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=https://login.microsoftonline.com/contoso.com",
	Needs: schema.SetOf(schema.AuthorityID),
	Check: checkCloudMismatch,
}

func checkCloudMismatch(p *Pass) {
	authority, _ := p.Value(schema.AuthorityID)
	if !strings.Contains(authority, "://") && !strings.Contains(authority, "login.") {
		return // a tenant, as usual
	}
	login, known := endpoint.CloudOfLogin(authority)
	cluster := p.judge().Cloud
	if !known || cluster == "" || login == cluster {
		return
	}
	d := p.Report(p.ValueSpan(schema.AuthorityID), "the login endpoint is of the cloud "+string(login)+", the cluster of "+string(cluster))
	d.Help = "take the login endpoint of the cluster's cloud, or give the tenant alone"
	d.Related = []diag.Related{{Span: p.LocateEndpoint(p.Endpoint.HostSpan), Message: "the cluster"}}
}
