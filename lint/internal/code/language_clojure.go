package code

import (
	"kustoconn/internal/escape"
)

// clojure is Clojure, and the Lisps whose literals are the same.
var clojure = Language{
	Name: "clojure", lineEndVerb: "~%", Aliases: []string{"clj", "cljs", "edn", "lisp", "racket", "scheme"},
	Extensions:   []string{".clj", ".cljc", ".cljs", ".edn", ".el", ".lisp", ".rkt", ".scm"},
	lineComments: []string{";"}, token: clojureToken,
	literals:  []literalStart{{`"`, quotedLines(`"`, &clojureEscapes, nil)}},
	wordBytes: "-*!?/.:", spaced: "([", headed: "(",
}

var clojureEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\b\bf\fn\nr\rt\t", Octal: 1, U: true,
}

// clojureToken passes over a character, such as \" or \;.
func clojureToken(r *reader) bool {
	if r.Text[r.Pos] != '\\' {
		return false
	}
	r.Pos = min(len(r.Text), r.Pos+2)
	return true
}
