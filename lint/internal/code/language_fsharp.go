package code

import (
	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// fsharp is F#.
var fsharp = Language{
	Name: "fsharp", Aliases: []string{"f#", "fs"}, Extensions: []string{".fs", ".fsi", ".fsx"},
	lineComments: []string{"//"}, comments: [][2]string{{"(*", "*)"}},
	literals: []literalStart{
		{`$"""`, withHoles(verbatimLines(tripleQuote), literal.BracedHoles)}, {tripleQuote, verbatimLines(tripleQuote)},
		{`$@"`, withHoles(csharpVerbatim, literal.BracedHoles)}, {`@$"`, withHoles(csharpVerbatim, literal.BracedHoles)},
		{`$"`, withHoles(quotedLines(`"`, &fsharpEscapes, nil), literal.BracedHoles)}, {`@"`, csharpVerbatim},
		{`"`, quotedLines(`"`, &fsharpEscapes, nil)},
		{`'`, csharpCharacter},
	},
}

var fsharpEscapes = func() escape.Table {
	table := csharpEscapes
	table.Continuation = escape.ContinueUnspace
	return table
}()
