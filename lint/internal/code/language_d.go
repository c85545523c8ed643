package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// dlang is D.
var dlang = Language{
	Name: "d", Aliases: []string{"dlang"}, Extensions: []string{".d", ".di"},
	lineComments: []string{"//"}, comments: [][2]string{{"/+", "+/"}, {"/*", "*/"}},
	literals: []literalStart{
		{`r"`, verbatimLines(`"`)}, {"`", verbatimLines("`")}, {`"`, quotedLines(`"`, &dlangEscapes, nil)},
		{`'`, literal.Form{End: `'`, Escapes: &dlangEscapes, Fixed: true}},
	},
	joins: []string{"~"}, adjacent: true,
}

var dlangEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\??0\x00a\ab\bf\fn\nr\rt\tv\v", HexMin: 2, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true,
}
