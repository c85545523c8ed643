package code

import (
	"strings"

	"kustoconn/lint/internal/literal"
)

// closing are the brackets that close others.
var closing = map[byte]byte{'(': ')', '[': ']', '{': '}', '<': '>'}

// maxDelimiter is the longest delimiter that a program can choose, in bytes.
const maxDelimiter = 64

// leveled opens verbatim literals such as Lua's [==[ … ]==]: as many equals
// signs stand between the brackets of both ends.
func leveled(text string, pos int) (literal.Form, int) {
	level := literal.RunLength(text, pos+1, '=')
	n := 1 + level
	if pos+n >= len(text) || text[pos+n] != '[' {
		return literal.Form{}, 0
	}
	form := verbatimLines("]" + strings.Repeat("=", level) + "]")
	form.DropsFirst = true
	return form, n + 1 + firstLineEnd(text[pos+n+1:])
}

// firstLineEnd returns the length of the line end that text starts with.
func firstLineEnd(text string) int {
	switch {
	case strings.HasPrefix(text, "\n"):
		return 1
	case strings.HasPrefix(text, "\r\n"):
		return 2
	}
	return 0
}

// belowOpening is a literal whose text starts on the line below its delimiter
// where nothing else stands beside that.
func belowOpening(delimiter string, form literal.Form) delimited {
	return delimited{delimiter, func(text string, pos int) (literal.Form, int) {
		return form, len(delimiter) + literal.BlankLine(text[pos+len(delimiter):])
	}}
}

// quoteLike gives a form the delimiter that c opens, brackets in pairs; false
// where c opens none.
func quoteLike(form literal.Form, c byte) (literal.Form, bool) {
	if literal.IsWordByte(c) || c <= ' ' {
		return form, false
	}
	form.End, form.Multiline, form.LineEnds = string(c), true, literal.LineEndsKept
	form.Special += form.End
	if end := closing[c]; end != 0 {
		form.End, form.Opening = string(end), c
		form.Special += form.End
	}
	return form, true
}

// refuseAny is the Escape of a form that no text with one of chars can be
// written into in every place.
func refuseAny(chars string) func(s string) (string, bool) {
	return func(s string) (string, bool) { return s, !strings.ContainsAny(s, chars) }
}

// nothingOwn is the Next of a form that its fields read.
func nothingOwn(string, int) literal.Token { return literal.Token{} }
