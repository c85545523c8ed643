package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// clojure is Clojure, and the Lisps whose literals are the same.
var clojure = Language{
	Name: "clojure", lineEndVerb: "~%", Aliases: []string{"clj", "cljs", "edn", "lisp", "racket", "scheme"},
	Extensions:   []string{".clj", ".cljc", ".cljs", ".edn", ".el", ".lisp", ".rkt", ".scm"},
	lineComments: []string{";"}, token: clojureToken,
	literals:  []literalStart{{`"`, quotedLines(`"`, &clojureEscapes, nil)}},
	wordBytes: "-*!?/.:", spaced: "([{", headed: "(", keyed: true,
}

var clojureEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\b\bf\fn\nr\rt\t", Octal: 1, U: true,
}

// clojureToken passes over a character, such as \" or \;, and reads an arrow as a word.
func clojureToken(r *reader) bool {
	switch {
	case r.Has("->"):
		n := 1 + literal.RunLength(r.Text, r.Pos+1, '>')
		r.readWord(source.Span{Start: r.Pos, End: r.Pos + n})
		r.Pos += n
	case r.Text[r.Pos] == '\\':
		r.Pos = min(len(r.Text), r.Pos+2)
	default:
		return false
	}
	return true
}
