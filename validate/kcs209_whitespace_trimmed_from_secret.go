package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var whitespaceTrimmedFromSecret = check{
	rule: rule.WhitespaceTrimmedFromSecret,
	look: checkTrimmedSecrets,
}

func checkTrimmedSecrets(p *pass) {
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
		if isOddSpace(before.Slice(p.Tree.Text())) {
			odd = append(odd, before)
		}
		if space := after.Slice(p.Tree.Text()); isOddSpace(space) &&
			(after.End < len(p.Tree.Text()) || strings.Trim(space, "\r\n") != "") {
			odd = append(odd, after)
		}
		if len(odd) == 0 {
			continue
		}
		d := p.report(odd[0], "white space that does not count beside "+schema.Get(p.ID(i)).Name)
		d.Help = "remove it or, if it belongs to the secret, put all in double quotation marks"
		if s.Value()[0] == '=' && !before.Empty() {
			continue // with nothing before it, that sign would make "==" with the keyword's
		}
		if p.lacksSeparatorBefore(i) {
			continue // without the white space, nobody could tell that there is a pair
		}
		for _, span := range odd {
			d.Edits = append(d.Edits, diag.Edit{Span: span, Safe: true})
		}
	}
}

// isOddSpace reports whether white space is more than a blank.
func isOddSpace(space string) bool { return space != "" && space != " " }
