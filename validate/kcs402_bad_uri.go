package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
)

var badURI = check{
	rule:    rule.BadURI,
	subject: doubtfulEndpoint,
	look:    checkBadURI,
}

func checkBadURI(p *pass) {
	first := true
	p.reportFaults(rule.BadURI, func(f endpoint.Fault) {
		d := p.report(f.Span, f.Reason.String())
		d.Help = f.Reason.Help()
		if first {
			d.Edits = p.fixURI()
			first = false
		}
	})
}

// fixURI returns the edits that fix every BadURI fault, nil where they do
// not, or where an edit might hold a character of a secret.
func (p *pass) fixURI() []diag.Edit {
	e := &p.Endpoint
	value := p.Tree.Segments[p.Segment(schema.DataSource)].ValueSpan()
	if view := p.masked(); e.Userinfo.Present || view.Hides(value) {
		return nil
	}
	var edits []diag.Edit
	for _, f := range e.Faults {
		switch {
		case f.Code != rule.BadURI:
		case !f.Fixable:
			return nil
		case f.Reason == endpoint.BadIPLiteral:
			edits = append(edits, insertion(f.Span.Start, "["), insertion(f.Span.End, "]"))
		default:
			edits = append(edits, diag.Edit{Span: f.Span, NewText: f.Fix.Open()})
		}
	}
	fixed, err := diag.Apply(e.Text(), edits)
	if written := endpoint.Analyze(fixed); err != nil || written.Has(rule.BadURI) {
		return nil
	}
	for i := range edits {
		edits[i].Span = p.LocateEndpoint(edits[i].Span)
	}
	return edits
}
