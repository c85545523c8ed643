package validate

import "kustoconn/diag"

var conflictingValues = Rule{
	ID:    diag.ID{Code: 103, Name: "conflicting-values", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: "A property is given twice with different values; an alias counts as the property itself, and the\n" +
		"prefix as a `Data Source`. By the language the last one counts. Some clients take another one, so the\n" +
		"same string means different things to them, and a reader may see the wrong one. Decide which value\n" +
		"is meant and remove the other; no fix can know.\n\n" +
		"Source: the ADO.NET grammar, in which the last of several pairs wins.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AAD Federated Security=false",
	Good:  "https://help.kusto.windows.net/Samples;AAD Federated Security=false",
	Check: checkConflicts,
}

func checkConflicts(p *Pass) {
	p.duplicates(func(d duplicate) {
		if d.values != differ {
			return
		}
		found := p.reportDuplicate(d, " is given again with another value")
		found.Help = "the last one counts: remove the wrong one"
	})
}
