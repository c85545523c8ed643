package code

import (
	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// julia is Julia.
var julia = Language{
	Name: "julia", Aliases: []string{"jl"}, Extensions: []string{".jl"}, Interpreters: []string{"julia"},
	lineComments: []string{"#"}, comments: [][2]string{{"#=", "=#"}}, nested: true, token: juliaToken,
	delimited: []delimited{belowOpening(tripleQuote, juliaLines)},
	literals: []literalStart{
		{`"`, quotedLines(`"`, &juliaEscapes, &juliaHoles)},
		{`'`, literal.Form{End: `'`, Escapes: &juliaEscapes, Fixed: true}},
	},
	joins: []string{"*"}, operandEnds: true, macros: true, wordBytes: "!",
}

var (
	juliaEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\$$``a\ab\be\x1bf\fn\nr\rt\tv\v",
		HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true, Continuation: escape.ContinueUnspace,
	}
	juliaHoles = literal.Holes{Opening: "$(", Closing: ')', Name: literal.DollarName}
	juliaLines = func() literal.Form {
		form := quotedLines(tripleQuote, &juliaEscapes, &juliaHoles)
		form.Layout = literal.LayoutShared
		return form
	}()
	juliaRaw = literal.Form{
		End: `"`, Escapes: &escape.Table{Lead: '\\', Simple: `""`}, Multiline: true, LineEnds: literal.LineEndsKept,
		Own: &literal.Own{Next: nothingOwn, Escape: refuseAny("\"\\")},
	}
)

// juliaToken reads raw"…" and other literals with a macro's name before them, in
// which a backslash only shields a quote.
func juliaToken(r *reader) bool {
	c := r.Text[r.Pos]
	if !literal.IsWordByte(c) || ascii.IsDigit(c) || literal.IsWordByte(r.Before()) {
		return false
	}
	n := literal.WordEnd(r.Text[:min(len(r.Text), r.Pos+maxDelimiter)], r.Pos) - r.Pos
	if r.Peek(n) != '"' {
		return false
	}
	form := juliaRaw
	if r.Peek(n+1) == '"' && r.Peek(n+2) == '"' {
		n += 2
		form.End = tripleQuote
	}
	r.literal(form, n+1)
	return true
}
