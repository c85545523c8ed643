package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// c is C, C++ and Objective-C.
var c = Language{
	Name: "c", Aliases: []string{"c++", "cpp", "cuda", "cuda-cpp", "objc", "objective-c", "objective-cpp"},
	Extensions:   []string{".c", ".cc", ".cpp", ".cu", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".inl", ".ino", ".ipp", ".m", ".mm"},
	lineComments: []string{"//"}, comments: slashComments,
	delimited: []delimited{{`R"`, cRaw("R")}, {`u8R"`, cRaw("u8R")}, {`LR"`, cRaw("LR")}, {`uR"`, cRaw("uR")}, {`UR"`, cRaw("UR")}},
	literals: []literalStart{
		{`u8"`, quoted(`"`, &cEscapes, nil)}, {`L"`, quoted(`"`, &cEscapes, nil)}, {`u"`, quoted(`"`, &cEscapes, nil)}, {`U"`, quoted(`"`, &cEscapes, nil)},
		{`@"`, quoted(`"`, &cEscapes, nil)}, // Objective-C
		{`"`, quoted(`"`, &cEscapes, nil)},
		{`'`, literal.Form{End: `'`, Escapes: &cEscapes, Fixed: true}},
	},
	adjacent: true, numbered: '%', messages: true, constructs: true,
}

var cEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\??a\ab\be\x1bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 8, Octal: 1, U: true, LongU: true, Bytes: true, Continuation: escape.ContinueLine,
}

// cRaw opens a raw literal: R"delimiter( … )delimiter".
func cRaw(prefix string) func(text string, pos int) (literal.Form, int) {
	return func(text string, pos int) (literal.Form, int) {
		start := pos + len(prefix) + 1
		const longest = 16
		rest := text[start:min(len(text), start+longest+1)]
		n := strings.IndexAny(rest, "() \\\t\v\f\r\n")
		if n < 0 || rest[n] != '(' {
			return literal.Form{}, 0
		}
		return verbatimLines(")" + rest[:n] + `"`), start + n + 1 - pos
	}
}
