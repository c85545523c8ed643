package code

import (
	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// swift is Swift.
var swift = Language{
	Name: "swift", Extensions: []string{".swift"},
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`#"`, literal.Form{End: `"#`}},
		{tripleQuote, quotedLines(tripleQuote, &swiftEscapes, &swiftHoles)},
		{`"`, quoted(`"`, &swiftEscapes, &swiftHoles)},
	},
}

var swiftEscapes = escape.Table{Lead: '\\', Simple: "''\"\"\\\\0\x00n\nr\rt\t", Braced: true}

var swiftHoles = literal.Holes{Opening: `\(`, Closing: ')'}
