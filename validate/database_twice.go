package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

var databaseTwice = Rule{
	ID:    diag.ID{Code: 409, Name: "database-twice", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: `The Data Source's path names one database, and Initial Catalog another.

The explicit property wins, and the path is ignored; but a client may read it otherwise,
and a reader will wonder which database was meant.

Remove the one that is not meant; the fix removes the path, which changes nothing.
Source: the documentation's first example, in which the path is assigned to Initial
Catalog.`,
	Bad:   "https://help.kusto.windows.net/Samples;Database=Logs;Fed=true",
	Good:  "https://help.kusto.windows.net;Database=Logs;Fed=true",
	Needs: schema.SetOf(schema.InitialCatalog),
	Check: checkDatabaseTwice,
}

func checkDatabaseTwice(p *Pass) {
	e := &p.Endpoint
	if !e.HasDatabase || e.Has(endpoint.BadURI) || p.Origin(schema.InitialCatalog) != bind.Pair {
		return
	}
	value, _ := p.Value(schema.InitialCatalog)
	if value == e.Database || placeholder.In(value) || placeholder.In(e.Database) {
		return
	}
	path := p.LocateEndpoint(e.PathSpan)
	d := p.Report(path, "the path names another database than Initial Catalog, which wins")
	d.Help = "remove the database that is not meant"
	d.Related = []diag.Related{{Span: p.ValueSpan(schema.InitialCatalog), Message: "the Initial Catalog"}}
	d.Edits = []diag.Edit{{Span: path, Safe: true}}
}
