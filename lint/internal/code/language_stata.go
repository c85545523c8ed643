package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/lint/internal/literal"
)

// stata is Stata. Local macros (`key') and global ones ($KEY, ${KEY}) are filled in in
// quotes of both kinds.
var stata = Language{
	Name: "stata", Aliases: []string{"do"}, Extensions: []string{".ado", ".do"},
	lineComments: []string{"//"}, comments: slashComments, token: stataToken,
	literals: []literalStart{{"`\"", stataForm(`"'`)}, {`"`, stataForm(`"`)}},
	lineEnds: true,
}

func stataForm(end string) literal.Form {
	return literal.Form{End: end, Own: &literal.Own{Next: stataNext, Escape: refuseAny("`'\"$\\\r\n")}}
}

// stataToken reads a comment that is a line of its own.
func stataToken(r *reader) bool {
	before := strings.TrimRight(r.Text[max(0, r.Pos-near):r.Pos], " \t")
	if r.Text[r.Pos] != '*' || before != "" && !strings.HasSuffix(before, "\n") {
		return false
	}
	r.LineComment(1)
	return true
}

// stataNext reads a macro.
func stataNext(text string, pos int) literal.Token {
	const longest = 64
	rest := text[pos:min(len(text), pos+longest)]
	n := 0
	switch {
	case rest[0] == '`' && !strings.HasPrefix(rest, "`\""):
		n = strings.IndexByte(rest, '\'') + 1
		if strings.ContainsAny(rest[:n], "\n\";") {
			n = 0
		}
	case strings.HasPrefix(rest, "${"):
		n = strings.IndexByte(rest, '}') + 1
	case rest[0] == '$' && len(rest) > 1 && !ascii.IsDigit(rest[1]):
		n = literal.WordEnd(rest, 1)
	}
	if n < 2 {
		return literal.Token{}
	}
	return literal.Token{Kind: literal.Name, Len: n}
}
