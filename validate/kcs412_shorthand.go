package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var shorthand = check{
	rule: rule.Shorthand,
	look: checkShorthand,
}

func checkShorthand(p *pass) {
	if !p.HasShorthand() {
		return
	}
	prefix := p.Tree.Prefix().ValueSpan()
	d := p.report(prefix, "a shorthand, which only tools understand")
	d.Help = "write it out as a URI and AAD Federated Security=true; what the .NET client makes of a shorthand is not documented"
	if e := &p.Endpoint; e.Form == endpoint.Shorthand && !e.OpenHost() {
		d.Edits = p.expand(prefix)
	}
}

// expand returns the edits that write the shorthand out.
func (p *pass) expand(prefix source.Span) []diag.Edit {
	e := &p.Endpoint
	edits := []diag.Edit{{Span: source.Span{Start: prefix.Start, End: prefix.Start + len("@")}, NewText: "https://"}}
	host := p.LocateEndpoint(e.HostSpan)
	if suffix := e.Completion(); suffix != "" {
		edits = append(edits, insertion(host.End, suffix))
	}
	if !e.HasDatabase && host.End < prefix.End {
		edits = append(edits, diag.Edit{Span: source.Span{Start: host.End, End: prefix.End}}) // a lone slash
	}
	if p.Origin(schema.FederatedSecurity) == bind.Shorthand {
		edits = append(edits, insertion(prefix.End, ";AAD Federated Security=true"))
	}
	return edits
}
