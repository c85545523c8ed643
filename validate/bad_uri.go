package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
	"kustoconn/source"
)

var badURI = Rule{
	ID:    diag.ID{Code: 402, Name: "bad-uri", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source is no URI with a host, or one that clients read differently.

Backslashes, white space, quotation marks, percent-encoding or full-width characters in
the host, a second ` + "`@`" + `, an empty label or a port that is no number: each makes some URI
library see another host than the one that a reader sees. Such a Data Source has no host
here, and so is not trusted.

Write ` + "`https://`" + `, the host, and the database at most. A prefix is taken literally: it
needs no quotation marks. Source: RFC 3986, section 3, and the documentation, "Trusted
endpoints".`,
	Bad:     `https:\\help.kusto.windows.net\Samples;Fed=true`,
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkBadURI,
}

func checkBadURI(p *Pass) {
	first := true
	p.reportFaults(endpoint.BadURI, func(f endpoint.Fault) {
		d := p.Report(f.Span, f.Reason.String())
		d.Help = f.Reason.Help()
		if first {
			d.Edits = p.mendURI()
			first = false
		}
	})
}

// mendURI returns the edits that mend every BadURI fault, nil where they do
// not, or where an edit might hold a character of a secret.
func (p *Pass) mendURI() []diag.Edit {
	e := &p.Endpoint
	value := p.Tree.Segments[p.Segment(schema.DataSource)].ValueSpan()
	if view := p.View(); e.Userinfo.Present || view.Hides(value) {
		return nil
	}
	var edits []diag.Edit
	for _, f := range e.Faults {
		switch {
		case f.Kind != endpoint.BadURI:
		case !f.Fixable:
			return nil
		case f.Reason == endpoint.BadIPLiteral:
			edits = append(edits, insertion(f.Span.Start, "["), insertion(f.Span.End, "]"))
		default:
			edits = append(edits, diag.Edit{Span: f.Span, NewText: f.Fix})
		}
	}
	mended, err := diag.Apply(e.Text, edits)
	if written := endpoint.Analyze(mended); err != nil || written.Has(endpoint.BadURI) {
		return nil
	}
	for i := range edits {
		edits[i].Span = p.LocateEndpoint(edits[i].Span)
	}
	return edits
}

func insertion(at int, text string) diag.Edit { return diag.Edit{Span: source.At(at), NewText: text} }
