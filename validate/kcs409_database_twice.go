package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
)

var databaseTwice = check{
	rule:  rule.DatabaseTwice,
	needs: schema.SetOf(schema.InitialCatalog),
	look:  checkDatabaseTwice,
}

func checkDatabaseTwice(p *pass) {
	e := &p.Endpoint
	if !e.HasDatabase || e.Has(rule.BadURI) || p.Origin(schema.InitialCatalog) != bind.Pair {
		return
	}
	value, _ := p.Value(schema.InitialCatalog)
	if value == e.Database() || p.Placeholders.In(value) || p.Placeholders.In(e.Database()) {
		return
	}
	path := p.LocateEndpoint(e.PathSpan)
	d := p.report(path, "the path names another database than Initial Catalog, which wins")
	d.Help = "remove the database that is not meant; which of the two the .NET client takes is not documented"
	d.Related = []diag.Related{{Span: p.valueSpan(schema.InitialCatalog), Message: "the Initial Catalog"}}
	d.Edits = []diag.Edit{{Span: path}}
}
