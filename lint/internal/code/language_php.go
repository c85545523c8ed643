package code

import (
	"strings"

	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// php is PHP. The text around it and heredocs are read as code.
var php = Language{
	Name: "php", Extensions: []string{".php"},
	lineComments: []string{"//", "#"}, comments: slashComments,
	literals: []literalStart{
		{`"`, quotedLines(`"`, &phpEscapes, &phpHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
	wordBytes: "$", joins: []string{"."},
}

var phpEscapes = escape.Table{
	Lead: '\\', Simple: "\"\"\\\\$$e\x1bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, Braced: true,
}

// {$code} is a hole between two braces, which read as one placeholder.
var phpHoles = literal.Holes{Opening: "${", Closing: '}', Name: phpName}

// phpName returns the length of the $name at pos, with the one property that
// may follow it, or 0.
func phpName(text string, pos int) int {
	n := literal.DollarName(text, pos)
	if rest := text[pos+n:]; n > 0 && strings.HasPrefix(rest, "->") {
		n += literal.WordEnd(text, pos+n+2) - pos - n
	}
	return n
}
