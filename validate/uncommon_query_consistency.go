package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var uncommonQueryConsistency = Rule{
	ID:    diag.ID{Code: 212, Name: "uncommon-query-consistency", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: "`Query Consistency` has a value that the service knows but that the documentation of connection\n" +
		"strings does not promise: it gives `strongconsistency` and `weakconsistency` alone (\"General\n" +
		"properties\"). Use one of those, or set the other on the request, where its effect is documented.",
	Bad:   "https://help.kusto.windows.net/Samples;Query Consistency=affinitizedweakconsistency",
	Good:  "https://help.kusto.windows.net/Samples;Query Consistency=weakconsistency",
	Needs: schema.SetOf(schema.QueryConsistency),
	Check: checkUncommonConsistency,
}

func checkUncommonConsistency(p *Pass) {
	value, _ := p.Value(schema.QueryConsistency)
	if known, ok := consistency(value); !ok || known.Documented {
		return
	}
	d := p.Report(p.ValueSpan(schema.QueryConsistency), "Query Consistency has a value that is not documented")
	d.Help = "write strongconsistency or weakconsistency"
}
