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
	if known, ok := consistency(value); !ok || known.Documented {
		return
	}
	d := p.report(p.valueSpan(schema.QueryConsistency), "Query Consistency has a value that is not documented")
	d.Help = "write strongconsistency or weakconsistency"
}
