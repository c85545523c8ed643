package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var clientIDNotAGUID = Rule{
	ID:    diag.ID{Code: 203, Name: "client-id-not-a-guid", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "`Application Client Id` is the GUID that the app registration shows as \"Application (client) ID\". The\n" +
		"value is something else, often the application's name, its secret's id or its object's URI, and\n" +
		"sign-in will fail. Write the GUID with its hyphens and without braces: where only those are wrong,\n" +
		"the fix corrects them.\n\n" +
		"Source: the documentation (\"Application authentication properties\"); Microsoft Entra ID knows\n" +
		"applications by GUIDs.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60b7f94f0c9a3e0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
	Needs: schema.SetOf(schema.ApplicationClientID),
	Check: checkClientID,
}

func checkClientID(p *Pass) {
	const id = schema.ApplicationClientID
	value, _ := p.Value(id)
	if value == "" || isGUID(value) || p.Wild(id) {
		return
	}
	d := p.Report(p.ValueSpan(id), "Application Client Id is no GUID")
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
