package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// haskell is Haskell, and what is written alike: Elm and PureScript.
var haskell = Language{
	Name: "haskell", Aliases: []string{"elm", "hs", "purescript"}, Extensions: []string{".elm", ".hs", ".hsc", ".purs"}, Interpreters: []string{"runhaskell"},
	lineComments: []string{"--"}, comments: [][2]string{{"{-", "-}"}}, nested: true,
	delimited: []delimited{{"[", haskellQuotation}},
	literals: []literalStart{
		{tripleQuote, quotedLines(tripleQuote, &haskellEscapes, nil)}, {`"`, quoted(`"`, &haskellEscapes, nil)},
		{`'`, literal.Form{End: `'`, Escapes: &haskellEscapes, Fixed: true}},
	},
	wordBytes: "'", joins: []string{"++", "<>"}, applied: true, applies: "$",
}

var haskellEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 6, DecimalMin: 1, DecimalMax: 7, Braced: true, Continuation: escape.ContinueGap,
}

// haskellQuotation opens the quotation [name|…|], which the libraries for text
// of several lines have.
func haskellQuotation(text string, pos int) (literal.Form, int) {
	rest := text[pos+1 : min(len(text), pos+maxDelimiter)]
	end := strings.IndexByte(rest, '|')
	if end < 1 || literal.WordEnd(strings.ReplaceAll(rest[:end], ".", "_"), 0) != end {
		return literal.Form{}, 0
	}
	return verbatimLines("|]"), end + 2
}
