package validate

import (
	"strings"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/quote"
	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var semicolonTruncated = check{
	rule: rule.SemicolonTruncated,
	look: checkTruncated,
}

func checkTruncated(p *pass) {
	if !p.givesSecret() {
		return
	}
	for i := range p.Tree.Segments {
		if !p.truncates(i) {
			continue
		}
		s := &p.Tree.Segments[i]
		secret := p.afterBareSecret(i)
		name := schema.Get(p.ID(secret)).Name
		d := p.report(s.Span().TrimSpace(p.Tree.Text()), name+" ends at this semicolon, and no known keyword follows")
		d.Help = "put the whole secret in double quotation marks; if this is a pair of its own, correct its keyword"
		d.Related = []diag.Related{{Span: p.Tree.Segments[secret].ValueSpan(), Message: "this value has no quotation marks"}}
		d.Edits = p.quoteWithRest(secret, i)
	}
}

// quoteWithRest returns the edits that quote the secret together with all
// that seems to belong to it, from segment first on; none where a keyword is
// close to a known one, or where quoting is no help.
func (p *pass) quoteWithRest(secret, first int) []diag.Edit {
	last := first
	for i := first; i < len(p.Tree.Segments); i++ {
		s := &p.Tree.Segments[i]
		if s.Kind == ast.Empty {
			continue
		}
		if !p.unrelated(i) {
			break
		}
		if _, close := vocabulary.Suggest(s.Keyword()); close {
			return nil
		}
		last = i
	}
	value := p.Tree.Segments[secret].ValueSpan()
	whole := source.Span{Start: value.Start, End: p.Tree.Segments[last].Span().TrimSpace(p.Tree.Text()).End}
	text := whole.Slice(p.Tree.Text())
	switch {
	case strings.IndexByte(text, 0) >= 0, !utf8.ValidString(text):
		return nil // not allowed in quotation marks either
	case p.Placeholders.In(text) != p.Placeholders.In(value.Slice(p.Tree.Text())):
		return nil
	}
	return quote.Edits(p.Tree.Text(), whole, false)
}
