package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// zig is Zig. A literal of several lines, whose lines start with two backslashes,
// is read line by line.
var zig = Language{
	Name: "zig", Extensions: []string{".zig", ".zon"},
	lineComments: []string{"//"},
	literals: []literalStart{
		{`\\`, literal.Form{End: "\n"}},
		{`"`, quoted(`"`, &zigEscapes, nil)}, {`'`, literal.Form{End: `'`, Escapes: &zigEscapes, Fixed: true}},
	},
	joins: []string{"++"},
}

var zigEscapes = escape.Table{Lead: '\\', Simple: "''\"\"\\\\n\nr\rt\t", HexMin: 2, HexMax: 2, Braced: true, Bytes: true}
