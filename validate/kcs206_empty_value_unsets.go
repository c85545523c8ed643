package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var emptyValueUnsets = check{
	rule: rule.EmptyValueUnsets,
	look: checkEmptyValues,
}

func checkEmptyValues(p *pass) {
	for i, s := range p.Tree.Pairs() {
		id := p.ID(i)
		if !s.Unset() || id == schema.None {
			continue
		}
		span := source.Span{Start: s.KeywordSpan().Start, End: s.Equals() + 1}
		d := p.report(span, schema.Get(id).Name+" has no value, which unsets it")
		d.Help = "give it a value or remove the pair"
		// Shorthand sets AAD Federated Security unless a pair names it.
		prefix := p.Tree.Prefix()
		implied := id == schema.FederatedSecurity && prefix != nil && prefix.Value()[0] == '@'
		if !p.Duplicated.Has(id) && !implied {
			// A client may ask for a Data Source, or let this pair win over the path.
			path := id == schema.InitialCatalog && p.Endpoint.HasDatabase
			d.Edits = p.removeEdits(i, id != schema.DataSource && !path)
		}
	}
}
