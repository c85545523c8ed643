package validate

import (
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var doublyQuoted = check{
	rule: rule.DoublyQuoted,
	look: checkDoublyQuoted,
}

func checkDoublyQuoted(p *pass) {
	for i, s := range p.Tree.Pairs() {
		depth := quoteDepth(s.Value())
		if s.Quote == 0 || depth == 0 || p.ID(i) == schema.DataSource && p.Endpoint.Has(rule.BadURI) {
			continue
		}
		d := p.report(s.ValueSpan(), "a value in two pairs of quotation marks")
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
