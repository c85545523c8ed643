package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/source"
)

var queryOrFragment = check{
	rule:    rule.QueryOrFragment,
	subject: doubtfulEndpoint,
	look:    checkQueryOrFragment,
}

func checkQueryOrFragment(p *pass) {
	p.reportFaults(rule.QueryOrFragment, func(f endpoint.Fault) {
		if p.Tree.Text()[f.Span.Start] == '#' {
			p.report(f.Span, "a fragment in the Data Source").Help = "remove it"
			return
		}
		d := p.report(f.Span, "a query in the Data Source")
		d.Help = "remove it"
		if f.Fixable {
			d.Help = "write the database as the path"
			d.Edits = []diag.Edit{queryToPath(f)}
		}
	})
}

// queryToPath returns the edit that leaves of the query what f.Fix keeps, the
// database, behind a slash.
func queryToPath(f endpoint.Fault) diag.Edit {
	fix := f.Fix.Open()
	database := strings.TrimPrefix(fix, "/")
	return diag.Edit{
		Span:    source.Span{Start: f.Span.Start, End: f.Span.End - len(database)},
		NewText: fix[:len(fix)-len(database)],
	}
}
