package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var unknownKeyword = Rule{
	ID:    diag.ID{Code: 101, Name: "unknown-keyword", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "A keyword is none of those that the documentation (\"Connection string properties\") or any client\n" +
		"knows. Clients refuse such a string or ignore the pair. Case and blanks do not matter: `AppClientId`\n" +
		"and `app client id` are one keyword, but `App_Client_Id` is not, nor is one with a byte order mark\n" +
		"or a no-break space in it.\n\n" +
		"Where the keyword is close to a known one, or another name for it such as `Client Secret` or\n" +
		"`Microsoft Entra ID Federated Security`, the fix writes the known one. It is unsafe because it gives\n" +
		"effect to a pair that had none.",
	Bad:     "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKye=<key>;Authority Id=contoso.com",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
	Subject: UnknownKeyword,
	Check:   checkUnknownKeywords,
}

// byteOrderMark is left at the start of a text by editors and by the joining
// of files.
const byteOrderMark = "\ufeff"

func checkUnknownKeywords(p *Pass) {
	for _, u := range p.unknown() {
		if u.kind != unrecognisedKeyword {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		d := p.Report(s.KeywordSpan(), "unknown keyword"+p.shownKeyword(u.segment))
		p.suggest(d, u)
	}
}

// suggest adds to d what its keyword was probably meant to be. There is no edit
// where the property is given already: it would be given twice.
func (p *Pass) suggest(d *diag.Diagnostic, u unknownPair) {
	s := &p.Tree.Segments[u.segment]
	if rest, marked := strings.CutPrefix(s.Keyword(), byteOrderMark); marked {
		if id, ok := schema.Lookup(rest); ok {
			d.Help = "remove the byte order mark before " + schema.Get(id).Name
			if !p.names(id) {
				d.Edits = []diag.Edit{{Span: source.Span{Start: d.Span.Start, End: d.Span.Start + len(byteOrderMark)}}}
			}
			return
		}
	}
	if u.meant.Property == schema.None {
		d.Help = "correct it or remove the pair"
		return
	}
	d.Help = "did you mean " + u.meant.Spelling + "?"
	if !p.names(u.meant.Property) {
		d.Edits = []diag.Edit{{Span: s.KeywordSpan(), NewText: u.meant.Spelling}}
	}
}
