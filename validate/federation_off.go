package validate

import (
	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var federationOff = Rule{
	ID:    diag.ID{Code: 302, Name: "federation-off", Severity: diag.Warning},
	Worse: diag.Error,
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `The string gives credentials, but AAD Federated Security is not true.

By the documentation's algorithm the client then does not authenticate, and the
credentials go unused. Where the property is absent this is a warning, because some
clients take it for true (.NET does from version 12 on, for https); where it is
false it is an error.

Write ` + "`AAD Federated Security=True`" + `, or remove the credentials. Source: the
documentation, "Authentication properties (details)".`,
	Bad:   "https://help.kusto.windows.net/Samples;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=True;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	Needs: bind.Credentials,
	Check: checkFederationOff,
}

func checkFederationOff(p *Pass) {
	if p.AuthMode() != schema.NoAuth {
		return
	}
	given := p.Specified & bind.Credentials
	const fed = schema.FederatedSecurity
	if !p.Present.Has(fed) {
		if given != 0 {
			span := p.End()
			d := p.Report(span, "credentials are given, but AAD Federated Security is not")
			d.Help = "add AAD Federated Security=True, or remove the credentials"
			for id := range given.All() {
				d.Related = []diag.Related{{Span: p.KeywordSpan(id), Message: "this credential is not used"}}
				break
			}
			d.Edits = []diag.Edit{p.federate()}
		}
		return
	}
	// A placeholder may be true; of a value that is no boolean 201 speaks.
	if value, ok := p.Bool(fed); given != 0 && ok && !value {
		d := p.ReportWorse(p.ValueSpan(fed), "credentials are given, but AAD Federated Security is false")
		d.Help = "set AAD Federated Security to True, or remove the credentials"
		d.Edits = []diag.Edit{{Span: p.Tree.Segments[p.Segment(fed)].ValueText(), NewText: "True"}}
	}
}

// federate returns the edit that sets AAD Federated Security, which the
// string does not: in the pair that unsets it, else at the end.
func (p *Pass) federate() diag.Edit {
	unset := -1
	for i := range p.Occurrences(schema.FederatedSecurity) {
		unset = i
	}
	if unset >= 0 {
		return diag.Edit{Span: source.At(p.Tree.Segments[unset].ValueSpan().Start), NewText: "True"}
	}
	edit := diag.Edit{Span: p.End(), NewText: ";AAD Federated Security=True"}
	if last := len(p.Tree.Segments) - 1; p.Tree.Segments[last].Kind == ast.Empty {
		edit.NewText = edit.NewText[len(";"):]
	}
	return edit
}
