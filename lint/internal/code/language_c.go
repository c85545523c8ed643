package code

import (
	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// c is C, C++ and Objective-C.
var c = Language{
	Name: "c", Aliases: []string{"c++", "cpp"}, Extensions: []string{".c", ".cc", ".cpp", ".cxx", ".h", ".hpp", ".m", ".mm"},
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`R"(`, verbatimLines(`)"`)},
		{`u8"`, quoted(`"`, &cEscapes, nil)}, {`L"`, quoted(`"`, &cEscapes, nil)},
		{`@"`, quoted(`"`, &cEscapes, nil)}, // Objective-C
		{`"`, quoted(`"`, &cEscapes, nil)},
		{`'`, literal.Form{End: `'`, Escapes: &cEscapes, Fixed: true}},
	},
	adjacent: true,
}

var cEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\??a\ab\be\x1bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 8, Octal: 1, U: true, LongU: true, Bytes: true, Continuation: escape.ContinueLine,
}
