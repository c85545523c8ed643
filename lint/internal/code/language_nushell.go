package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// nushell is Nushell.
// Source: "Working with strings" of the Nushell book.
var nushell = Language{
	Name: "nushell", Aliases: []string{"nu"}, Extensions: []string{".nu"}, Interpreters: []string{"nu"},
	lineComments: []string{"#"},
	delimited:    []delimited{{"r#", nushellRaw}},
	literals: []literalStart{
		{`$"`, nushellInterpolated}, {`$'`, withHoles(verbatimLines(`'`), &nushellHoles)},
		{`"`, quotedLines(`"`, &nushellEscapes, nil)}, {`'`, verbatimLines(`'`)}, {"`", verbatimLines("`")},
	},
	wordBytes: "$-", joins: []string{"++"}, operandEnds: true, spaced: "[",
}

var (
	nushellEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\//(())[[]]{{}}$$^^##||~~a\ab\be\x1bf\fn\nr\rt\t", Braced: true,
	}
	nushellHoles        = literal.Holes{Opening: "(", Closing: ')'}
	nushellInterpolated = func() literal.Form {
		form := quotedLines(`"`, &nushellEscapes, &nushellHoles)
		form.Special = `"()`
		return form
	}()
)

// nushellRaw opens r#'…'#, with as many hashes at both ends.
func nushellRaw(text string, pos int) (literal.Form, int) {
	hashes := literal.RunLength(text[:min(len(text), pos+maxDelimiter)], pos+1, '#')
	start := pos + 1 + hashes
	if literal.IsWordByte(before(text, pos)) || !strings.HasPrefix(text[start:], "'") {
		return literal.Form{}, 0
	}
	return verbatimLines("'" + strings.Repeat("#", hashes)), start + 1 - pos
}

// before returns the byte before an offset, or 0.
func before(text string, pos int) byte {
	if pos == 0 {
		return 0
	}
	return text[pos-1]
}
