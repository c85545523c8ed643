package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
)

var cloudMismatch = check{
	rule:  rule.CloudMismatch,
	needs: schema.SetOf(schema.AuthorityID),
	look:  checkCloudMismatch,
}

func checkCloudMismatch(p *pass) {
	authority, _ := p.Value(schema.AuthorityID)
	if !strings.Contains(authority, "://") && !strings.Contains(authority, "login.") {
		return // a tenant, as usual
	}
	login, known := endpoint.CloudOfLogin(authority)
	cluster := p.judge().Cloud
	if !known || cluster == "" || login == cluster {
		return
	}
	d := p.report(p.valueSpan(schema.AuthorityID), "the login endpoint is of the cloud "+string(login)+", the cluster of "+string(cluster))
	d.Help = "take the login endpoint of the cluster's cloud, or give the tenant alone"
	d.Related = []diag.Related{{Span: p.LocateEndpoint(p.Endpoint.HostSpan), Message: "the cluster"}}
}
