package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/source"
)

var queryOrFragment = Rule{
	ID:    diag.ID{Code: 407, Name: "query-or-fragment", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source has a query (` + "`?…`" + `) or a fragment (` + "`#…`" + `).

A service endpoint has neither. Clients drop it, send it, or build request URIs that fail
with it, and the path before it no longer names the database.

Remove it. A query that names the database (` + "`?DatabaseName=Samples`" + `) can become the path.
Source: the documentation, "Connection string properties": a URI that specifies the
service endpoint.`,
	Bad:     "https://help.kusto.windows.net?DatabaseName=Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkQueryOrFragment,
}

func checkQueryOrFragment(p *Pass) {
	p.reportFaults(endpoint.QueryInURI, func(f endpoint.Fault) {
		d := p.Report(f.Span, "a query in the Data Source")
		d.Help = "remove it"
		if f.Fixable {
			d.Help = "write the database as the path"
			d.Edits = []diag.Edit{queryToPath(f)}
		}
	})
	p.reportFaults(endpoint.FragmentInURI, func(f endpoint.Fault) {
		p.Report(f.Span, "a fragment in the Data Source").Help = "remove it"
	})
}

// queryToPath returns the edit that leaves of the query what f.Fix keeps, the
// database, behind a slash.
func queryToPath(f endpoint.Fault) diag.Edit {
	database := strings.TrimPrefix(f.Fix, "/")
	return diag.Edit{
		Span:    source.Span{Start: f.Span.Start, End: f.Span.End - len(database)},
		NewText: f.Fix[:len(f.Fix)-len(database)],
	}
}
