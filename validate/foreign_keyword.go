package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
)

var foreignKeyword = Rule{
	ID:    diag.ID{Code: 105, Name: "foreign-keyword", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "The keyword belongs to the connection strings of another product, such as SQL Server, Azure Storage\n" +
		"or Event Hubs. Kusto's look like those but do not have it, and clients refuse or ignore it. Where the\n" +
		"keyword means nothing to Kusto the fix removes the pair; elsewhere the help says what to use, or that\n" +
		"the whole string is another service's.\n\n" +
		"Source: the other products' documentation; the keyword is in none of the tables of this one.",
	Bad:     "https://help.kusto.windows.net/Samples;Fed=true;Encrypt=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: UnknownKeyword,
	Check:   checkForeignKeywords,
}

func checkForeignKeywords(p *Pass) {
	for _, u := range p.unknown() {
		if u.kind != foreignKeywordKind {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		foreign, _ := schema.LookupForeign(s.Keyword())
		d := p.Report(s.KeywordSpan(), foreign.Keyword+" is a keyword of "+foreign.Product)
		d.Help = foreign.Help
		if strings.HasPrefix(foreign.Help, "remove it") {
			d.Edits = p.removeEdits(u.segment, false)
		}
	}
}
