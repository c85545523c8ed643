package validate

import (
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var quotedKeyword = check{
	rule:    rule.QuotedKeyword,
	subject: unknownKeywords,
	look:    checkQuotedKeywords,
}

func checkQuotedKeywords(p *pass) {
	for _, u := range p.unknown() {
		if u.kind != quotedKeywordKind {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		d := p.report(s.KeywordSpan(), "quotation marks or brackets around a keyword")
		open, close := marksAround(s.Keyword())
		id, ok := schema.Lookup(s.Keyword()[len(open) : len(s.Keyword())-len(close)])
		if !ok || !schema.Get(id).Settable() {
			p.suggest(d, u)
			continue
		}
		d.Help = "write " + schema.Get(id).Name + " without them"
		if p.names(id) {
			continue
		}
		d.Edits = []diag.Edit{{Span: source.Span{Start: d.Span.Start, End: d.Span.Start + len(open)}}}
		if close != "" {
			d.Edits = append(d.Edits, diag.Edit{Span: source.Span{Start: d.Span.End - len(close), End: d.Span.End}})
		}
	}
}
