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
		{tripleQuote, quotedLines(tripleQuote, &swiftBlockEscapes, &swiftHoles)},
		{`"`, quoted(`"`, &swiftEscapes, &swiftHoles)},
	},
}

var swiftEscapes = escape.Table{Lead: '\\', Simple: "''\"\"\\\\0\x00n\nr\rt\t", Braced: true}

// swiftBlockEscapes are those of a literal of several lines. The indentation after
// a line's end that they drop is that of the literal, which no text has.
var swiftBlockEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\0\x00n\nr\rt\t", Braced: true, Continuation: escape.ContinueUnspace,
}

var swiftHoles = literal.Holes{Opening: `\(`, Closing: ')'}
