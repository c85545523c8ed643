package validate

import (
	"strings"

	"kustoconn/internal/quote"
	"kustoconn/rule"
	"kustoconn/source"
)

var quoteInBareValue = check{
	rule: rule.QuoteInBareValue,
	look: checkBareQuotes,
}

func checkBareQuotes(p *pass) {
	for i, s := range p.Tree.Pairs() {
		if s.Quote != 0 || !holdsQuote(s.Value()) {
			continue
		}
		constant, quotable := quotesOutside(s.Value(), p.Placeholders.Find(s.Value()))
		if !constant {
			continue
		}
		d := p.report(s.ValueSpan(), "a value with a quotation mark in it has none around it")
		d.Help = "put it in double quotation marks, with each one inside it doubled; " +
			"the Go, Python, Node, Java and Rust clients take those for a part of the value"
		if quotable && !p.cutShort(i) && !p.lacksSeparator(s.Span()) {
			d.Edits = quote.Edits(p.Tree.Text(), s.ValueSpan(), false)
		}
	}
}

// quotesOutside reports whether value holds a quotation mark outside its
// placeholders, and whether none inside them would have to be doubled.
func quotesOutside(value string, placeholders []source.Span) (outside, quotable bool) {
	at, quotable := 0, true
	for _, hole := range append(placeholders, source.At(len(value))) {
		outside = outside || holdsQuote(value[at:hole.Start])
		quotable = quotable && strings.IndexByte(hole.Slice(value), '"') < 0
		at = hole.End
	}
	return outside, quotable
}

func holdsQuote(s string) bool {
	return strings.IndexByte(s, '"') >= 0 || strings.IndexByte(s, '\'') >= 0
}
