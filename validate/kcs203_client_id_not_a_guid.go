package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var clientIDNotAGUID = check{
	rule:  rule.ClientIDNotAGUID,
	needs: schema.SetOf(schema.ApplicationClientID),
	look:  checkClientID,
}

func checkClientID(p *pass) {
	const id = schema.ApplicationClientID
	value, _ := p.Value(id)
	if value == "" || isGUID(value) || p.hasPlaceholder(id) {
		return
	}
	d := p.report(p.valueSpan(id), "Application Client Id is no GUID")
	d.Help = "write the Application (client) ID of the app registration"
	s := &p.Tree.Segments[p.Segment(id)]
	if edits := guidEdits(value); edits != nil {
		d.Help = "write it in five groups with hyphens between, and nothing around it"
		for _, e := range edits {
			e.Span = s.Locate(e.Span)
			d.Edits = append(d.Edits, e)
		}
	}
}

// guidEdits returns the edits, with spans in value, that make a GUID of one
// written without hyphens or in braces or parentheses; nil where it is none.
func guidEdits(value string) (edits []diag.Edit) {
	start, end := 0, len(value)
	if strings.HasPrefix(value, "{") && strings.HasSuffix(value, "}") ||
		strings.HasPrefix(value, "(") && strings.HasSuffix(value, ")") {
		start, end = 1, end-1
	}
	if start > end {
		return nil
	}
	var hyphens []diag.Edit
	switch inside := value[start:end]; {
	case isGUID(inside):
	case isHex(inside, 32):
		for _, n := range [...]int{8, 12, 16, 20} {
			hyphens = append(hyphens, diag.Edit{Span: source.At(start + n), NewText: "-"})
		}
	default:
		return nil
	}
	if start == 0 {
		return hyphens
	}
	edits = append(edits, diag.Edit{Span: source.Span{Start: 0, End: 1}})
	edits = append(edits, hyphens...)
	return append(edits, diag.Edit{Span: source.Span{Start: end, End: end + 1}})
}
