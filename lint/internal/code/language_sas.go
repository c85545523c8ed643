package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/lint/internal/literal"
)

// sas is SAS. Macro variables (&key.) and calls (%sysget(KEY)) are filled in between double
// quotes and in the quoting functions of macros, whose text needs no quotes.
var sas = Language{
	Name: "sas", Extensions: []string{".sas"}, comments: slashComments, token: sasToken,
	literals: []literalStart{
		{`"`, sasForm(`"`, 0, sasNext)}, {`'`, sasForm(`'`, 0, nothingOwn)},
		{"%str(", sasForm(")", '(', sasNext)}, {"%nrstr(", sasForm(")", '(', nothingOwn)},
		{"%quote(", sasForm(")", '(', sasNext)}, {"%bquote(", sasForm(")", '(', sasNext)}, {"%nrbquote(", sasForm(")", '(', sasNext)},
	},
	joins: []string{"||"},
}

// sasToken takes note of what %let gives a variable without quotes.
func sasToken(r *reader) bool {
	if r.Has("%let ") {
		r.keepBare(r.Pos+len("%let "), "=", ";\r\n")
	}
	return false
}

func sasForm(end string, opening byte, next func(string, int) literal.Token) literal.Form {
	form := verbatimLines(end)
	form.Doubled, form.Opening = opening == 0, opening
	refused := refuseAny("&%\r\n")
	if opening != 0 {
		refused = refuseAny("&%'\"()\r\n")
	}
	form.Own = &literal.Own{Next: next, Escape: func(s string) (string, bool) {
		s, ok := refused(s)
		return strings.ReplaceAll(s, end, end+end), ok
	}}
	return form
}

// sasNext reads a macro variable or a call of a macro function.
func sasNext(text string, pos int) literal.Token {
	switch text[pos] {
	case '&':
		start := pos + literal.RunLength(text, pos, '&')
		end := literal.WordEnd(text, start)
		if end == start || ascii.IsDigit(text[start]) {
			return literal.Token{}
		}
		if strings.HasPrefix(text[end:], ".") {
			end++
		}
		return literal.Token{Kind: literal.Name, Len: end - pos}
	case '%':
		const longest = 128
		end := literal.WordEnd(text, pos+1)
		if end == pos+1 || !strings.HasPrefix(text[end:], "(") {
			return literal.Token{}
		}
		depth := 0
		for i := end; i < min(len(text), end+longest) && text[i] != '\n'; i++ {
			switch text[i] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return literal.Token{Kind: literal.Name, Len: i + 1 - pos}
				}
			}
		}
	}
	return literal.Token{}
}
