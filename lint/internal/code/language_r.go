package code

import "kustoconn/lint/internal/escape"

// rLanguage is R.
var rLanguage = Language{
	Name: "r", Extensions: []string{".r"},
	lineComments: []string{"#"},
	literals: []literalStart{
		{`r"(`, verbatimLines(`)"`)}, {`"`, quotedLines(`"`, &rEscapes, nil)}, {`'`, quotedLines(`'`, &rEscapes, nil)},
	},
	operandEnds: true, wordBytes: ".", arrow: true,
}

var rEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"``\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Braced: true,
}
