package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var unknownQueryConsistency = Rule{
	ID:    diag.ID{Code: 205, Name: "unknown-query-consistency", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "`Query Consistency` is set to something that the service does not know, and requests fail. The\n" +
		"documentation (\"General properties\") gives two values, `strongconsistency` and `weakconsistency`, and\n" +
		"says that values are case sensitive. Where one of the known values was plainly meant the fix writes it.",
	Bad:   "https://help.kusto.windows.net/Samples;Query Consistency=weak",
	Good:  "https://help.kusto.windows.net/Samples;Query Consistency=weakconsistency",
	Needs: schema.SetOf(schema.QueryConsistency),
	Check: checkUnknownConsistency,
}

func checkUnknownConsistency(p *Pass) {
	value, _ := p.Value(schema.QueryConsistency)
	if _, ok := consistency(value); ok || p.Wild(schema.QueryConsistency) {
		return
	}
	d := p.Report(p.ValueSpan(schema.QueryConsistency), "Query Consistency has an unknown value")
	d.Help = "write strongconsistency or weakconsistency"
	if meant, ok := meantConsistency(value); ok {
		d.Help = "write " + meant
		d.Edits = []diag.Edit{{Span: d.Span, NewText: meant}}
	}
}
