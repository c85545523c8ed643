package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// fsharp is F#.
var fsharp = Language{
	Name: "fsharp", Aliases: []string{"f#", "fs"}, Extensions: []string{".fs", ".fsi", ".fsx"},
	lineComments: []string{"//"}, comments: [][2]string{{"(*", "*)"}}, nested: true, token: fsharpToken, arrow: true,
	delimited: []delimited{{"$$", fsharpDollars}},
	literals: []literalStart{
		{`$"""`, withHoles(verbatimLines(tripleQuote), literal.BracedHoles)}, {tripleQuote, verbatimLines(tripleQuote)},
		{`$@"`, withHoles(csharpVerbatim, literal.BracedHoles)}, {`@$"`, withHoles(csharpVerbatim, literal.BracedHoles)},
		{`$"`, withHoles(quotedLines(`"`, &fsharpEscapes, nil), literal.BracedHoles)}, {`@"`, csharpVerbatim},
		{`"`, quotedLines(`"`, &fsharpEscapes, nil)},
		{`'`, csharpCharacter},
	},
	semicolons: true, lineElements: true, applied: true, applies: "<|",
}

var fsharpEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 2, HexMax: 2, DecimalMin: 3, DecimalMax: 3, U: true, LongU: true, Continuation: escape.ContinueUnspace,
}

// fsharpToken reads the brackets of an array, and passes over the operator (*), which
// is no comment.
func fsharpToken(r *reader) bool {
	if !r.Has("(*)") {
		return arrayBracket(r)
	}
	r.Pos += len("(*)")
	r.operator()
	return true
}

// fsharpDollars opens $$"""…""", where as many braces open a hole as there are
// dollars.
func fsharpDollars(text string, pos int) (literal.Form, int) {
	dollars := literal.RunLength(text[:min(len(text), pos+maxDelimiter)], pos, '$')
	if !strings.HasPrefix(text[pos+dollars:], tripleQuote) {
		return literal.Form{}, 0
	}
	form := withHoles(verbatimLines(tripleQuote), &csharpRawHoles)
	form.Braces = dollars
	return form, dollars + len(tripleQuote)
}
