package validate

import "kustoconn/rule"

var unknownKeyword = check{
	rule:    rule.UnknownKeyword,
	subject: unknownKeywords,
	look:    checkUnknownKeywords,
}

func checkUnknownKeywords(p *pass) {
	for _, u := range p.unknown() {
		if u.kind != unrecognisedKeyword {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		d := p.report(s.KeywordSpan(), p.naming("unknown keyword", u.segment))
		p.suggest(d, u)
	}
}
