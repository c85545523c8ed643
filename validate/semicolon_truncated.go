package validate

import (
	"strings"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

var semicolonTruncated = Rule{
	ID:    diag.ID{Code: 210, Name: "semicolon-truncated", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "Right after a secret without quotation marks comes something that is no pair, or whose keyword nobody\n" +
		"knows. The secret probably holds a `;`, which ended it too early: sign-in fails, and clients print the\n" +
		"rest as an unknown keyword. The documentation asks for double quotation marks around a value that\n" +
		"holds a `;`. The fix puts them around the secret and what follows; it is unsafe because what follows\n" +
		"may be a pair of its own with a misspelt keyword.\n\n" +
		"Until this is mended, what follows is masked as a part of the secret. A known keyword after a secret\n" +
		"is taken at its word.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented;secret=1;Authority Id=contoso.com",
	Good:  `https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey="invented;secret=1";Authority Id=contoso.com`,
	Check: checkTruncated,
}

func checkTruncated(p *Pass) {
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
		d := p.Report(s.Span().TrimSpace(p.Tree.Text), name+" ends at this semicolon, and no known keyword follows")
		d.Help = "put the whole secret in double quotation marks; if this is a pair of its own, correct its keyword"
		d.Related = []diag.Related{{Span: p.Tree.Segments[secret].ValueSpan(), Message: "this value has no quotation marks"}}
		d.Edits = p.quoteWithRest(secret, i)
	}
}

// truncates reports whether segment i is probably the rest of a secret: no
// pair, or one with an unknown keyword, right after a secret without
// quotation marks.
func (p *Pass) truncates(i int) bool { return p.unrelated(i) && p.afterBareSecret(i) >= 0 }

// cutShort reports whether the secret of segment i is probably cut short by a
// semicolon.
func (p *Pass) cutShort(i int) bool {
	next := p.next(i)
	return next >= 0 && p.unrelated(next) && p.afterBareSecret(next) == i
}

// unrelated reports whether segment i could be the rest of anything: a
// keyword that is known, even in a segment with a syntax error, and a
// misplaced prefix are none.
func (p *Pass) unrelated(i int) bool {
	s := &p.Tree.Segments[i]
	switch {
	case p.ID(i) != schema.None, s.Kind == ast.Prefix, s.Kind == ast.Empty,
		s.Kind == ast.Malformed && s.Fault == grammar.MisplacedPrefix.Code:
		return false
	}
	_, known := schema.Lookup(s.Keyword())
	_, foreign := schema.LookupForeign(s.Keyword())
	_, programmatic := schema.ProgrammaticOnly(s.Keyword())
	return !known && !foreign && !programmatic
}

// quoteWithRest returns the edits that quote the secret together with all
// that seems to belong to it, from segment first on; none where a keyword is
// close to a known one, or where quoting is no help.
func (p *Pass) quoteWithRest(secret, first int) []diag.Edit {
	last := first
	for i := first; i < len(p.Tree.Segments); i++ {
		s := &p.Tree.Segments[i]
		if s.Kind == ast.Empty {
			continue
		}
		if !p.unrelated(i) {
			break
		}
		if _, close := schema.Suggest(s.Keyword()); close {
			return nil
		}
		last = i
	}
	value := p.Tree.Segments[secret].ValueSpan()
	whole := source.Span{Start: value.Start, End: p.Tree.Segments[last].Span().TrimSpace(p.Tree.Text).End}
	text := whole.Slice(p.Tree.Text)
	switch {
	case strings.IndexByte(text, 0) >= 0, !utf8.ValidString(text):
		return nil // not allowed in quotation marks either
	case placeholder.In(text) != placeholder.In(value.Slice(p.Tree.Text)):
		return nil
	}
	return grammar.QuoteEdits(p.Tree.Text, whole, false)
}
