package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var uncommonQueryConsistency = check{
	rule:  rule.UncommonQueryConsistency,
	needs: schema.SetOf(schema.QueryConsistency),
	look:  checkUncommonConsistency,
}

func checkUncommonConsistency(p *pass) {
	value, _ := p.Value(schema.QueryConsistency)
	known, ok := consistency(value)
	if !ok || known.Documented {
		return
	}
	span := p.valueSpan(schema.QueryConsistency)
	if known.OfRequests {
		d := p.reportMilder(span, "Query Consistency has a value that is documented for requests alone")
		d.Help = "set it on the request, or write strongconsistency or weakconsistency"
		return
	}
	d := p.report(span, "Query Consistency has a value that is not documented")
	d.Help = "write strongconsistency or weakconsistency"
}
