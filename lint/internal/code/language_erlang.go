package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// erlang is Erlang. Adjacent literals are one.
var erlang = Language{
	Name: "erlang", lineEndVerb: "~n", Aliases: []string{"erl"}, Extensions: []string{".erl", ".hrl"}, Interpreters: []string{"escript"},
	lineComments: []string{"%"}, token: erlangToken,
	delimited: []delimited{belowOpening(tripleQuote, literal.Form{End: tripleQuote, Multiline: true, LineEnds: literal.LineEndsKept, Layout: literal.LayoutClosing})},
	literals:  []literalStart{{`"`, quotedLines(`"`, &erlangEscapes, nil)}, {`'`, quoted(`'`, &erlangEscapes, nil)}},
	joins:     []string{"++"}, adjacent: true,
}

var erlangEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\b\bd\x7fe\x1bf\fn\nr\rs t\tv\v", HexMin: 2, HexMax: 2, BracedX: true, Octal: 1, Identity: true,
}

// erlangToken passes over a character, such as $", and the mark of a macro, ?KEY.
func erlangToken(r *reader) bool {
	if r.Has("?") {
		r.Pos++
		return true
	}
	if r.Text[r.Pos] != '$' || r.Peek(1) <= ' ' {
		return false
	}
	r.Pos += 2
	if r.Text[r.Pos-1] == '\\' && r.Pos < len(r.Text) {
		r.Pos++
	}
	return true
}
