package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// dlang is D.
var dlang = Language{
	Name: "d", Aliases: []string{"dlang"}, Extensions: []string{".d", ".di"},
	lineComments: []string{"//"}, comments: [][2]string{{"/+", "+/"}, {"/*", "*/"}},
	delimited: []delimited{{`q"`, dlangDelimited}},
	literals: []literalStart{
		{`r"`, verbatimLines(`"`)}, {"`", verbatimLines("`")}, {`"`, quotedLines(`"`, &dlangEscapes, nil)},
		{`'`, literal.Form{End: `'`, Escapes: &dlangEscapes, Fixed: true}},
	},
	joins: []string{"~"}, adjacent: true,
}

var dlangEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\??0\x00a\ab\bf\fn\nr\rt\tv\v", HexMin: 2, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true,
}

// dlangDelimited opens q"NAME, whose text is the lines up to NAME", and q"(…)" with
// any bracket or mark.
func dlangDelimited(text string, pos int) (literal.Form, int) {
	start := pos + len(`q"`)
	if start == len(text) {
		return literal.Form{}, 0
	}
	if end := literal.WordEnd(text[:min(len(text), start+maxDelimiter)], start); end > start {
		n := literal.BlankLine(text[end:])
		if n == 0 {
			return literal.Form{}, 0
		}
		return verbatimLines("\n" + text[start:end] + `"`), end + n - pos
	}
	mark := text[start : start+1]
	if i := strings.Index("([{<", mark); i >= 0 {
		mark = ")]}>"[i : i+1]
	}
	return verbatimLines(mark + `"`), start + 1 - pos
}
