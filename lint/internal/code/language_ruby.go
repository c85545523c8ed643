package code

import (
	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// ruby is Ruby. Heredocs and %q{…} are read as code.
var ruby = Language{
	Name: "ruby", Aliases: []string{"rb"}, Extensions: []string{".rake", ".rb"}, Files: []string{"gemfile"},
	lineComments: []string{"#"},
	literals: []literalStart{
		{`"`, quotedLines(`"`, &rubyEscapes, &rubyHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
	adjacent: true, operandEnds: true, wordBytes: "@$", joins: []string{"<<"},
}

var rubyEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\##a\ab\be\x1bf\fn\nr\rs t\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, U: true, Braced: true, Identity: true, Continuation: escape.ContinueLine,
}

// quoteEscapes are all that single quotes have in Ruby and PHP.
var quoteEscapes = escape.Table{Lead: '\\', Simple: `''\\`}

var rubyHoles = literal.Holes{Opening: "#{", Closing: '}'}
