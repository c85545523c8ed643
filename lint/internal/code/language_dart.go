package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// dart is Dart.
var dart = Language{
	Name: "dart", Extensions: []string{".dart"},
	lineComments: []string{"//"}, comments: slashComments, nested: true,
	delimited: []delimited{
		belowOpening(`r"""`, verbatimLines(tripleQuote)), belowOpening(`r'''`, verbatimLines(`'''`)),
		belowOpening(tripleQuote, quotedLines(tripleQuote, &dartEscapes, literal.DollarHoles)),
		belowOpening(`'''`, quotedLines(`'''`, &dartEscapes, literal.DollarHoles)),
	},
	literals: []literalStart{
		{`r"`, literal.Form{End: `"`}}, {`r'`, literal.Form{End: `'`}},
		{`"`, quoted(`"`, &dartEscapes, literal.DollarHoles)}, {`'`, quoted(`'`, &dartEscapes, literal.DollarHoles)},
	},
	adjacent: true,
}

var dartEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\$$b\bf\fn\nr\rt\tv\v",
	HexMin: 2, HexMax: 2, U: true, Braced: true, Identity: true,
}
