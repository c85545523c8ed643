package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// swift is Swift.
var swift = Language{
	Name: "swift", Extensions: []string{".swift"},
	lineComments: []string{"//"}, comments: slashComments, nested: true,
	delimited: []delimited{{tripleQuote, swiftLiteral}, {"#", swiftLiteral}},
	literals:  []literalStart{{`"`, quoted(`"`, &swiftEscapes, &swiftHoles)}},
}

var (
	swiftEscapes      = escape.Table{Lead: '\\', Simple: "''\"\"\\\\0\x00n\nr\rt\t", Braced: true}
	swiftLinesEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\0\x00n\nr\rt\t", Braced: true, Continuation: escape.ContinueBlankLine,
	}
	swiftHoles = literal.Holes{Opening: `\(`, Closing: ')'}
)

// swiftLiteral opens a literal of several lines, or one between hashes, whose
// escapes and holes have the hashes too.
func swiftLiteral(text string, pos int) (literal.Form, int) {
	hashes := literal.RunLength(text[:min(len(text), pos+maxDelimiter)], pos, '#')
	n := pos + hashes
	if !strings.HasPrefix(text[n:], `"`) {
		return literal.Form{}, 0
	}
	form := quoted(`"`, &swiftEscapes, &swiftHoles)
	if strings.HasPrefix(text[n:], tripleQuote) {
		if blank := literal.BlankLine(text[n+3:]); blank > 0 {
			form = quotedLines(tripleQuote, &swiftLinesEscapes, &swiftHoles)
			form.Layout, n = literal.LayoutClosing, n+2+blank
		}
	}
	if hashes > 0 {
		mark := text[pos : pos+hashes]
		form.End, form.Hashes, form.Special = form.End+mark, mark, form.End
		form.Holes = &literal.Holes{Opening: `\` + mark + `(`, Closing: ')'}
	}
	return form, n + 1 - pos
}
