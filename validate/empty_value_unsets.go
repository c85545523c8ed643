package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var emptyValueUnsets = Rule{
	ID:    diag.ID{Code: 206, Name: "empty-value-unsets", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: "A pair without a value (`Key=`) does not set the property to an empty text: it unsets it, whatever an\n" +
		"earlier pair of the property or of its aliases said. This is usually a template that was not filled\n" +
		"in. Give the pair a value or remove it; an empty value is written `\"\"`. The fix removes a pair that\n" +
		"has nothing to unset.\n\n" +
		"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionStringBuilder.cs`).",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;User ID=",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Check: checkEmptyValues,
}

func checkEmptyValues(p *Pass) {
	for i, s := range p.Tree.Pairs() {
		id := p.ID(i)
		if !s.Unset() || id == schema.None {
			continue
		}
		span := source.Span{Start: s.KeywordSpan().Start, End: s.Equals() + 1}
		d := p.Report(span, schema.Get(id).Name+" has no value, which unsets it")
		d.Help = "give it a value or remove the pair"
		// Shorthand sets AAD Federated Security unless a pair names it.
		prefix := p.Tree.Prefix()
		implied := id == schema.FederatedSecurity && prefix != nil && prefix.Value()[0] == '@'
		if !p.Duplicated.Has(id) && !implied {
			d.Edits = p.removeEdits(i, true)
		}
	}
}
