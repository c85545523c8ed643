package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
	"kustoconn/source"
)

var doublyQuoted = Rule{
	ID:    diag.ID{Code: 211, Name: "doubly-quoted", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "A value in quotation marks has another pair of marks inside, which belongs to the value. Usually\n" +
		"the value was quoted twice, once by hand and once by a program, and the server is sent a name or a\n" +
		"secret with marks around it. Remove the inner marks, as the fix does. In a Data Source they are\n" +
		"reported as a bad URI.\n\n" +
		"Source: the ADO.NET grammar, in which the other quotation mark, or a doubled one, stands for itself.",
	Bad:   `https://help.kusto.windows.net;Fed=true;Initial Catalog="'Samples'"`,
	Good:  `https://help.kusto.windows.net;Fed=true;Initial Catalog="Samples"`,
	Check: checkDoublyQuoted,
}

func checkDoublyQuoted(p *Pass) {
	for i, s := range p.Tree.Pairs() {
		depth := quoteDepth(s.Value())
		if s.Quote == 0 || depth == 0 || p.ID(i) == schema.DataSource && p.Endpoint.Has(endpoint.BadURI) {
			continue
		}
		d := p.Report(s.ValueSpan(), "a value in two pairs of quotation marks")
		d.Help = "remove the inner marks: they belong to the value"
		if end := len(s.Value()); 2*depth < end {
			d.Edits = []diag.Edit{
				{Span: s.Locate(source.Span{Start: 0, End: depth})},
				{Span: s.Locate(source.Span{Start: end - depth, End: end})},
			}
		}
	}
}

// quoteDepth returns how many pairs of quotation marks stand around value.
func quoteDepth(value string) int {
	n := 0
	for end := len(value) - 1; n < end-n; n++ {
		if c := value[n]; c != '"' && c != '\'' || value[end-n] != c {
			break
		}
	}
	return n
}
