package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// rLanguage is R.
var rLanguage = Language{
	Name: "r", Extensions: []string{".r"}, Interpreters: []string{"rscript"},
	lineComments: []string{"#"},
	delimited:    []delimited{{`r"`, rRaw}, {`R"`, rRaw}, {`r'`, rRaw}, {`R'`, rRaw}},
	literals:     []literalStart{{`"`, quotedLines(`"`, &rEscapes, nil)}, {`'`, quotedLines(`'`, &rEscapes, nil)}},
	operandEnds:  true, wordBytes: ".", arrow: true,
}

var rEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"``\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Braced: true,
}

// rRaw opens a raw literal: r"(…)", r'---[…]---'.
func rRaw(text string, pos int) (literal.Form, int) {
	n := 2 + literal.RunLength(text, pos+2, '-')
	if pos+n >= len(text) || n > maxDelimiter {
		return literal.Form{}, 0
	}
	bracket := text[pos+n]
	if bracket != '(' && bracket != '[' && bracket != '{' {
		return literal.Form{}, 0
	}
	return verbatimLines(string(closing[bracket]) + text[pos+2:pos+n] + text[pos+1:pos+2]), n + 1
}
