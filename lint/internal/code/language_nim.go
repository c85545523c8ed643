package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// nim is Nim.
var nim = Language{
	Name: "nim", Extensions: []string{".nim", ".nims"}, Interpreters: []string{"nim"},
	lineComments: []string{"#"}, comments: [][2]string{{"#[", "]#"}}, nested: true,
	literals: []literalStart{
		{tripleQuote, literal.Form{End: tripleQuote, Multiline: true, LineEnds: literal.LineEndsKept, Greedy: true}},
		{`r"`, literal.Form{End: `"`, Doubled: true}}, {`R"`, literal.Form{End: `"`, Doubled: true}},
		{`fmt"`, literal.Form{End: `"`, Doubled: true, Holes: literal.BracedHoles}},
		{`"`, quoted(`"`, &nimEscapes, nil)}, {`'`, literal.Form{End: `'`, Escapes: &nimEscapes, Fixed: true}},
	},
	joins: []string{"&"}, operandEnds: true, numbered: '$',
}

var nimEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bc\re\x1bf\fl\nn\nr\rt\tv\v", HexMin: 2, HexMax: 2, DecimalMin: 1, DecimalMax: 3, U: true, Braced: true,
}
