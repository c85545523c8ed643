package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var undocumentedKeyword = check{
	rule:  rule.UndocumentedKeyword,
	needs: undocumented,
	look:  checkUndocumented,
}

var undocumented = ofStatus(schema.Undocumented)

func checkUndocumented(p *pass) {
	for id := range (p.Present & undocumented).All() {
		d := p.report(p.keywordSpan(id), schema.Get(id).Name+" is not documented; accepted by "+clientTitles(id))
		d.Help = "do not rely on it: other clients refuse or ignore it"
	}
}
