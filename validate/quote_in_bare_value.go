package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/placeholder"
	"kustoconn/source"
)

var quoteInBareValue = Rule{
	ID:    diag.ID{Code: 207, Name: "quote-in-bare-value", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   SafeFix,
	Doc: "A value without quotation marks around it holds one. The documentation (second note of the\n" +
		"introduction) asks for double quotation marks around a value with a `;`, a `'` or a `\"` in it. ADO.NET\n" +
		"reads a mark in the middle of a value as it stands, and so does this tool, but clients that split\n" +
		"strings in their own way may not. The fix puts the value in double quotation marks and doubles\n" +
		"those inside it.",
	Bad:   "https://help.kusto.windows.net/Samples;Application Name for Tracing=Ada's job",
	Good:  `https://help.kusto.windows.net/Samples;Application Name for Tracing="Ada's job"`,
	Check: checkBareQuotes,
}

func checkBareQuotes(p *Pass) {
	for i, s := range p.Tree.Pairs() {
		if s.Quote != 0 || !holdsQuote(s.Value()) {
			continue
		}
		constant, quotable := quotesOutside(s.Value(), placeholder.Find(s.Value()))
		if !constant {
			continue
		}
		d := p.Report(s.ValueSpan(), "a value with a quotation mark in it has none around it")
		d.Help = "put it in double quotation marks, with each one inside it doubled"
		if quotable && !p.cutShort(i) {
			d.Edits = grammar.QuoteEdits(p.Tree.Text, s.ValueSpan(), true)
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
