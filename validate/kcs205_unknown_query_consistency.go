package validate

import (
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
)

var unknownQueryConsistency = check{
	rule:  rule.UnknownQueryConsistency,
	needs: schema.SetOf(schema.QueryConsistency),
	look:  checkUnknownConsistency,
}

func checkUnknownConsistency(p *pass) {
	value, _ := p.Value(schema.QueryConsistency)
	if _, ok := consistency(value); ok || p.hasPlaceholder(schema.QueryConsistency) {
		return
	}
	d := p.report(p.valueSpan(schema.QueryConsistency), "Query Consistency has an unknown value")
	d.Help = "write strongconsistency or weakconsistency"
	if meant, ok := meantConsistency(value); ok {
		d.Help = "write " + meant
		d.Edits = []diag.Edit{{Span: d.Span, NewText: meant}}
	}
}
