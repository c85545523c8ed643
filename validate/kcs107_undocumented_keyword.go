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
		d := p.report(p.keywordSpan(id), schema.Get(id).Name+" is not documented"+attitudes(schema.Get(id)))
		d.Help = "do not rely on it: other clients refuse or ignore it"
	}
}

// attitudes says which clients accept the property and which know it and refuse
// it. Of .NET only public names tell.
func attitudes(property *schema.Property) (text string) {
	if accepted := property.Clients.Without(schema.DotNet); accepted != 0 {
		text += "; accepted by " + titles(accepted)
	}
	if property.Refused != 0 {
		text += "; refused by " + titles(property.Refused)
	}
	if property.Clients.Has(schema.DotNet) {
		text += "; .NET has a public name for it, and was not recorded"
	}
	return text
}
