package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// elixir is Elixir.
var elixir = Language{
	Name: "elixir", lineEndVerb: "~n", Aliases: []string{"ex", "exs"}, Extensions: []string{".ex", ".exs"}, Interpreters: []string{"elixir"},
	lineComments: []string{"#"}, token: elixirToken,
	delimited: []delimited{
		belowOpening(tripleQuote, elixirLines(tripleQuote)), belowOpening(`'''`, elixirLines(`'''`)), {"~", elixirSigil},
	},
	literals: []literalStart{
		{`"`, quotedLines(`"`, &elixirEscapes, &rubyHoles)}, {`'`, quotedLines(`'`, &elixirEscapes, &rubyHoles)},
	},
	joins: []string{"<>", "++"},
}

var elixirEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\##0\x00a\ab\bd\x7fe\x1bf\fn\nr\rs t\tv\v",
	HexMin: 2, HexMax: 2, BracedX: true, U: true, Braced: true, Identity: true, Continuation: escape.ContinueLine,
}

func elixirLines(end string) literal.Form {
	form := quotedLines(end, &elixirEscapes, &rubyHoles)
	form.Layout = literal.LayoutClosing
	return form
}

// elixirToken passes over a character: ?" is none of a literal's quotes.
func elixirToken(r *reader) bool {
	if r.Text[r.Pos] != '?' || literal.IsWordByte(r.Before()) || r.Peek(1) <= ' ' {
		return false
	}
	r.Pos = min(len(r.Text), r.Pos+2)
	if r.Text[r.Pos-1] == '\\' && r.Pos < len(r.Text) {
		r.Pos++
	}
	r.top().prev = classClose
	return true
}

// elixirSigil opens ~s(…), ~S"""…""" and other sigils; those in upper case have
// neither escapes nor holes.
func elixirSigil(text string, pos int) (literal.Form, int) {
	end := literal.WordEnd(text[:min(len(text), pos+maxDelimiter)], pos+1)
	if end == pos+1 || end == len(text) || ascii.IsDigit(text[pos+1]) {
		return literal.Form{}, 0
	}
	verbatim := 'A' <= text[pos+1] && text[pos+1] <= 'Z'
	form := literal.Form{Escapes: &elixirEscapes, Special: "#", Holes: &rubyHoles}
	if verbatim {
		form = literal.Form{}
	}
	for _, quotes := range []string{tripleQuote, `'''`} {
		if blank := literal.BlankLine(text[min(len(text), end+3):]); blank > 0 && strings.HasPrefix(text[end:], quotes) {
			lines := elixirLines(quotes)
			if verbatim {
				lines = literal.Form{End: quotes, Multiline: true, LineEnds: literal.LineEndsKept, Layout: literal.LayoutClosing}
			}
			return lines, end + 3 + blank - pos
		}
	}
	form, ok := quoteLike(form, text[end])
	if !ok || strings.IndexByte("/|\"'([{<", text[end]) < 0 {
		return literal.Form{}, 0
	}
	form.Opening = 0 // brackets in a sigil do not nest
	return form, end + 1 - pos
}
