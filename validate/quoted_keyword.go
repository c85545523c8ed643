package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var quotedKeyword = Rule{
	ID:    diag.ID{Code: 106, Name: "quoted-keyword", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "Quotation marks or brackets stand around a keyword. They belong to it then, and no property is called\n" +
		"so: only values take quotation marks. A mark before the first keyword alone often means that the\n" +
		"whole string was quoted twice. The fix removes what stands around a known keyword.\n\n" +
		"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`), in which a keyword is\n" +
		"taken as it stands.",
	Bad:     `https://help.kusto.windows.net/Samples;"AAD Federated Security"=true`,
	Good:    "https://help.kusto.windows.net/Samples;AAD Federated Security=true",
	Subject: UnknownKeyword,
	Check:   checkQuotedKeywords,
}

// keywordMarks are the pairs of marks that people put around names.
var keywordMarks = []struct{ open, close string }{
	{`"`, `"`}, {`'`, `'`}, {"`", "`"}, {"“", "”"}, {"‘", "’"},
	{"[", "]"}, {"{", "}"}, {"(", ")"}, {"<", ">"},
}

// marksAround returns the marks around keyword, which are empty where there
// are none. A double or single quotation mark before it alone counts too; its
// closing mark is then empty.
func marksAround(keyword string) (open, close string) {
	for i, m := range keywordMarks {
		if !strings.HasPrefix(keyword, m.open) || len(keyword) == len(m.open) {
			continue
		}
		if strings.HasSuffix(keyword, m.close) {
			return m.open, m.close
		}
		if i < 2 {
			return m.open, ""
		}
	}
	return "", ""
}

func checkQuotedKeywords(p *Pass) {
	for _, u := range p.unknown() {
		if u.kind != quotedKeywordKind {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		d := p.Report(s.KeywordSpan(), "quotation marks or brackets around a keyword")
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
