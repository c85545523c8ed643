package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var federationOff = check{
	rule:  rule.FederationOff,
	needs: signin.Credentials,
	look:  checkFederationOff,
}

func checkFederationOff(p *pass) {
	if p.AuthMode() != schema.NoAuth {
		return
	}
	given := p.Specified & signin.Credentials
	const fed = schema.FederatedSecurity
	if !p.Present.Has(fed) {
		if given != 0 {
			span := p.end()
			d := p.report(span, "credentials are given, but AAD Federated Security is not")
			d.Help = "add AAD Federated Security=True, or remove the credentials"
			for id := range given.All() {
				d.Related = []diag.Related{{Span: p.keywordSpan(id), Message: "this credential is not used"}}
				break
			}
			d.Edits = []diag.Edit{p.federate()}
		}
		return
	}
	// A placeholder may be true; of a value that is no boolean 201 speaks.
	if value, ok := p.Bool(fed); given != 0 && ok && !value {
		d := p.reportWorse(p.valueSpan(fed), "credentials are given, but AAD Federated Security is false")
		d.Help = "set AAD Federated Security to True, or remove the credentials"
		d.Edits = []diag.Edit{{Span: p.Tree.Segments[p.Segment(fed)].ValueText(), NewText: "True"}}
	}
}

// federate returns the edit that sets AAD Federated Security, which the
// string does not: in the pair that unsets it, else at the end.
func (p *pass) federate() diag.Edit {
	unset := -1
	for i := range p.Occurrences(schema.FederatedSecurity) {
		unset = i
	}
	if unset >= 0 {
		return diag.Edit{Span: source.At(p.Tree.Segments[unset].ValueSpan().Start), NewText: "True"}
	}
	edit := diag.Edit{Span: p.end(), NewText: ";AAD Federated Security=True"}
	if last := len(p.Tree.Segments) - 1; p.Tree.Segments[last].Kind == ast.Empty {
		edit.NewText = edit.NewText[len(";"):]
	}
	return edit
}
