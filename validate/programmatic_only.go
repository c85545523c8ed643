package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/schema"
)

var programmaticOnly = Rule{
	ID:    diag.ID{Code: 104, Name: "programmatic-only", Severity: diag.Error},
	Since: "0.1.0",
	Doc: "The keyword names something that only code can set. Of `ManagedServiceIdentity` the documentation\n" +
		"(\"Application authentication properties\") says that it can't be set with a connection string;\n" +
		"`PreventAccessToLocalSecretsViaKeywords` guards the connection string and so cannot be in it. Take\n" +
		"the pair out, and call the builder's method or set its property.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;ManagedServiceIdentity=system",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Check: checkProgrammaticOnly,
}

func checkProgrammaticOnly(p *Pass) {
	for _, u := range p.unknown() {
		if u.kind == programmaticKeyword {
			p.reportProgrammatic(&p.Tree.Segments[u.segment])
		}
	}
	for i := range p.Occurrences(schema.ManagedServiceIdentity) {
		p.reportProgrammatic(&p.Tree.Segments[i])
	}
}

func (p *Pass) reportProgrammatic(s *ast.Segment) {
	builder, _ := schema.ProgrammaticOnly(s.Keyword())
	name := builder.Name
	if property := schema.Get(builder.Property); property != nil {
		name = property.Name
	}
	d := p.Report(s.KeywordSpan(), name+" can be set in code only")
	d.Help = builder.Help
}
