package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var whitespaceTrimmedFromSecret = Rule{
	ID:    diag.ID{Code: 209, Name: "whitespace-trimmed-from-secret", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: "White space around a value without quotation marks is dropped. Around a secret it may have belonged to\n" +
		"it, or it was copied along and cannot be seen: a no-break space, a tab, a line break, or several\n" +
		"blanks. If it belongs to the secret, put the secret in double quotation marks. If not, remove it, as\n" +
		"the fix does: some clients keep it, and sign-in with them fails. A single blank, and the line break\n" +
		"at the end of a text, are not reported.\n\n" +
		"Source: the documentation (third note of the introduction) and the ADO.NET grammar.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=\u00a0invented~secret;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented~secret;Authority Id=contoso.com",
	Check: checkTrimmedSecrets,
}

func checkTrimmedSecrets(p *Pass) {
	if !p.givesSecret() {
		return
	}
	for i, s := range p.Tree.Pairs() {
		if s.Quote != 0 || !p.holdsSecret(i) {
			continue
		}
		before := source.Span{Start: s.Equals() + 1, End: s.ValueSpan().Start}
		after := source.Span{Start: s.ValueSpan().End, End: s.Span().End}
		var odd []source.Span
		if isOddSpace(before.Slice(p.Tree.Text)) {
			odd = append(odd, before)
		}
		if space := after.Slice(p.Tree.Text); isOddSpace(space) &&
			(after.End < len(p.Tree.Text) || strings.Trim(space, "\r\n") != "") {
			odd = append(odd, after)
		}
		if len(odd) == 0 {
			continue
		}
		d := p.Report(odd[0], "white space that does not count beside "+schema.Get(p.ID(i)).Name)
		d.Help = "remove it or, if it belongs to the secret, put all in double quotation marks"
		if s.Value()[0] == '=' && !before.Empty() {
			continue // with nothing before it, that sign would make "==" with the keyword's
		}
		for _, span := range odd {
			d.Edits = append(d.Edits, diag.Edit{Span: span, Safe: true})
		}
	}
}

// isOddSpace reports whether white space is more than a blank.
func isOddSpace(space string) bool { return space != "" && space != " " }
