package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// ocaml is OCaml.
var ocaml = Language{
	Name: "ocaml", Aliases: []string{"ml"}, Extensions: []string{".ml", ".mli"}, Interpreters: []string{"ocaml"},
	comments: [][2]string{{"(*", "*)"}}, nested: true, token: arrayBracket,
	delimited: []delimited{{"{", ocamlQuoted}},
	literals:  []literalStart{{`"`, quotedLines(`"`, &ocamlEscapes, nil)}, {`'`, literal.Form{End: `'`, Escapes: &ocamlEscapes, Fixed: true}}},
	joins:     []string{"^"}, semicolons: true, applied: true, applies: "@@",
}

var ocamlEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\  b\bn\nr\rt\t", HexMin: 2, HexMax: 2, DecimalMin: 3, DecimalMax: 3, Braced: true, Bytes: true,
	Continuation: escape.ContinueUnspace,
}

// ocamlQuoted opens {name|…|name}.
func ocamlQuoted(text string, pos int) (literal.Form, int) {
	end := literal.WordEnd(text[:min(len(text), pos+maxDelimiter)], pos+1)
	if end == len(text) || text[end] != '|' {
		return literal.Form{}, 0
	}
	return verbatimLines("|" + text[pos+1:end] + "}"), end + 1 - pos
}

// arrayBracket reads the brackets of an array, [| and |], as those of a list.
func arrayBracket(r *reader) bool {
	switch {
	case r.Has("[|"):
		r.openBracket()
		r.Pos++
		r.top().from = r.Pos
	case r.Has("|]"):
		r.Pos++
		r.closeBracket()
	default:
		return false
	}
	return true
}
