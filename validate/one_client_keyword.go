package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var oneClientKeyword = Rule{
	ID:    diag.ID{Code: 108, Name: "one-client-keyword", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: "A single client knows the property, which is named in the message; the documentation and all other\n" +
		"clients do not. With any other client the string is refused, or the pair has no effect. Set it in the\n" +
		"client's code instead.\n\n" +
		"Source: the keyword tables of the Node.js and the Rust client.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AZ CLI=true",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Needs: ofOneClient,
	Check: checkOneClient,
}

var ofOneClient = ofStatus(schema.OneClient)

func checkOneClient(p *Pass) {
	for id := range (p.Present & ofOneClient).All() {
		d := p.Report(p.KeywordSpan(id), schema.Get(id).Name+" is known to one client alone: "+clientTitles(id))
		d.Help = "set it in that client's code; other clients refuse or ignore it"
	}
}
