package validate

import (
	"kustoconn/ast"
	"kustoconn/rule"
	"kustoconn/schema"
)

var noDataSource = check{
	rule:    rule.NoDataSource,
	subject: doubtfulEndpoint,
	look:    checkNoDataSource,
}

func checkNoDataSource(p *pass) {
	if p.Present.Has(schema.DataSource) || p.malformedDataSource() {
		return
	}
	d := p.report(p.end(), "no Data Source")
	d.Help = "begin with the cluster's URI, or add Data Source=https://…"
}

// malformedDataSource reports whether a malformed segment was meant as the
// Data Source: a syntax error already speaks of it.
func (p *pass) malformedDataSource() bool {
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
