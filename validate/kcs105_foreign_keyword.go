package validate

import (
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
)

var foreignKeyword = check{
	rule:    rule.ForeignKeyword,
	subject: unknownKeywords,
	look:    checkForeignKeywords,
}

func checkForeignKeywords(p *pass) {
	for _, u := range p.unknown() {
		if u.kind != foreignKeywordKind {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		foreign, _ := vocabulary.LookupForeign(s.Keyword())
		d := p.report(s.KeywordSpan(), foreign.Keyword+" is a keyword of "+foreign.Product)
		d.Help = foreign.Help
		if strings.HasPrefix(foreign.Help, "remove it") {
			d.Edits = p.removeEdits(u.segment, false)
		}
	}
}
