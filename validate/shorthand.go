package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
	"kustoconn/source"
)

var shorthand = Rule{
	ID:    diag.ID{Code: 412, Name: "shorthand", Severity: diag.Information},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: `The string starts with the shorthand ` + "`@cluster/database`" + `.

Several Kusto tools read it as the cluster's URI, the database and AAD Federated Security
true. The client libraries do not know it.

Write it out, as the fix does, where the string is for anything but those tools. Source:
the documentation, introduction.`,
	Bad:   "@help/Samples",
	Good:  "https://help.kusto.windows.net/Samples;AAD Federated Security=true",
	Check: checkShorthand,
}

func checkShorthand(p *Pass) {
	if !p.HasShorthand() {
		return
	}
	prefix := p.Tree.Prefix().ValueSpan()
	d := p.Report(prefix, "a shorthand, which only tools understand")
	d.Help = "write it out as a URI and AAD Federated Security=true"
	if e := &p.Endpoint; e.Form == endpoint.Shorthand && !e.OpenHost() {
		d.Edits = p.expand(prefix)
	}
}

// expand returns the edits that write the shorthand out.
func (p *Pass) expand(prefix source.Span) []diag.Edit {
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
	written := endpoint.Analyze("https://" + e.HostSpan.Slice(e.Text) + e.Completion() + e.PathSpan.Slice(e.Text))
	for i := range edits {
		// Some hosts keep their path as a URI, but not as a shorthand.
		edits[i].Safe = written.Database == e.Database
	}
	return edits
}
