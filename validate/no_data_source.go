package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/schema"
)

var noDataSource = Rule{
	ID:    diag.ID{Code: 401, Name: "no-data-source", Severity: diag.Error},
	Since: "0.1.0",
	Doc: `The string names no service endpoint, so a client has nothing to connect to.

Begin the string with the cluster's URI, or give it as the value of ` + "`Data Source`" + `.
A Data Source that is empty or whose URI has no host is ` + "`bad-uri`" + `'s case. Source: the
documentation, "General properties".`,
	Bad:     "Initial Catalog=Samples;Fed=true",
	Good:    "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkNoDataSource,
}

func checkNoDataSource(p *Pass) {
	if p.Present.Has(schema.DataSource) || p.malformedDataSource() {
		return
	}
	d := p.Report(p.End(), "no Data Source")
	d.Help = "begin with the cluster's URI, or add Data Source=https://…"
}

// malformedDataSource reports whether a malformed segment was meant as the
// Data Source: a syntax error already speaks of it.
func (p *Pass) malformedDataSource() bool {
	for i := range p.Tree.Segments {
		s := &p.Tree.Segments[i]
		if s.Kind != ast.Malformed {
			continue
		}
		if id, _ := schema.Lookup(s.Keyword()); s.MeantAsPrefix() || id == schema.DataSource {
			return true
		}
	}
	return false
}
