package validate

import (
	"kustoconn/ast"
	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
	"kustoconn/schema"
)

var programmaticOnly = check{
	rule: rule.ProgrammaticOnly,
	look: checkProgrammaticOnly,
}

func checkProgrammaticOnly(p *pass) {
	for _, u := range p.unknown() {
		if u.kind == programmaticKeyword {
			p.reportProgrammatic(&p.Tree.Segments[u.segment])
		}
	}
	for i := range p.Occurrences(schema.ManagedServiceIdentity) {
		p.reportProgrammatic(&p.Tree.Segments[i])
	}
}

func (p *pass) reportProgrammatic(s *ast.Segment) {
	builder, _ := vocabulary.ProgrammaticOnly(s.Keyword())
	name := builder.Name
	if property := schema.Get(builder.Property); property != nil {
		name = property.Name
	}
	d := p.report(s.KeywordSpan(), name+" can be set in code only")
	d.Help = builder.Help
}
