package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var oneClientKeyword = check{
	rule:  rule.OneClientKeyword,
	needs: ofOneClient,
	look:  checkOneClient,
}

var ofOneClient = ofStatus(schema.OneClient)

func checkOneClient(p *pass) {
	for id := range (p.Present & ofOneClient).All() {
		d := p.report(p.keywordSpan(id), schema.Get(id).Name+" is known to one client alone: "+clientTitles(id))
		d.Help = "set it in that client's code; other clients refuse or ignore it"
	}
}
