package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
)

var pathTooDeep = Rule{
	ID:    diag.ID{Code: 408, Name: "path-too-deep", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `The Data Source's path has more than one segment, or an empty one.

A path of one segment names the database. What clients make of a deeper one differs: they
take all of it, its first segment or its last for the database, or none. It stays part of
the Data Source here. The Azure Monitor proxies at ` + "`ade.applicationinsights.io` and `ade.loganalytics.io`" + `
name a resource by their path and are exempt.

Leave a path that is only the database. Source: the documentation's first example,
` + "`https://help.kusto.windows.net/Samples`" + `.`,
	Bad:     "https://help.kusto.windows.net/v1/rest/query;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkPathTooDeep,
}

func checkPathTooDeep(p *Pass) {
	p.reportFaults(endpoint.PathTooDeep, func(f endpoint.Fault) {
		p.Report(f.Span, "the path is not one segment, so it names no database").Help = "leave a path that is only the database"
	})
}
