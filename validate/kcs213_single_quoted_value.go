package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/source"
)

var singleQuotedValue = check{
	rule: rule.SingleQuotedValue,
	look: checkSingleQuotes,
}

func checkSingleQuotes(p *pass) {
	for i, s := range p.Tree.Pairs() {
		if s.Quote != '\'' || quoteDepth(s.Value()) > 0 { // doublyQuoted says more
			continue
		}
		d := p.report(s.ValueSpan(), "a value in single quotation marks")
		d.Help = "put it in double ones, with each double one inside it doubled"
		holesHold := func(hole source.Span) bool { return holdsQuote(hole.Slice(s.Value())) }
		if holes := placeholder.Find(s.Value()); !containsSpan(holes, holesHold) && !p.endsInDoubt(i) {
			d.Edits = requote(p.Tree.Text(), s.ValueSpan())
		}
	}
}

// endsInDoubt reports whether segment i is a secret that a mark inside it may
// have ended too early: what follows is masked by that mark.
func (p *pass) endsInDoubt(i int) bool {
	next := p.next(i)
	return p.holdsSecret(i) && next >= 0 && p.unrelated(next)
}

func containsSpan(spans []source.Span, has func(source.Span) bool) bool {
	for _, s := range spans {
		if has(s) {
			return true
		}
	}
	return false
}

// requote returns the edits that make the single quotation marks around the
// text of span double ones: those inside it are no longer doubled, and the
// double ones are. No edit holds a piece of the text but such a mark.
func requote(text string, span source.Span) []diag.Edit {
	mark := func(at int) diag.Edit { return diag.Edit{Span: source.Span{Start: at, End: at + 1}, NewText: `"`} }
	edits := []diag.Edit{mark(span.Start)}
	end := span.End - 1
	for at := span.Start + 1; at < end; at++ {
		n := strings.IndexAny(text[at:end], `'"`)
		if n < 0 {
			break
		}
		at += n
		if text[at] == '"' {
			edits = append(edits, insertion(at, `"`))
			continue
		}
		edits = append(edits, diag.Edit{Span: source.Span{Start: at, End: at + 1}})
		at++ // the second of the two stays
	}
	return append(edits, mark(end))
}
