package around

import (
	"strings"
	"unicode/utf8"

	"kustoconn/source"
)

// A secret that holds a quotation mark, a blank or a line end goes on behind the
// string that was found in a file. These functions say where it may.

// GoesOn reports whether the string found may go on in behind, the rest of its
// line: something comes right behind the quotation mark that ended it, or a word
// of a shell ended it amid a keyword. secrets are those of found, in order.
func GoesOn(found string, secrets []source.Span, behind string) bool {
	after := strings.TrimLeft(behind, closingMarks)
	if next, _ := utf8.DecodeRuneInString(after); after != "" && !strings.ContainsRune(followsLiteral, next) {
		return true
	}
	found = withoutEnd(found)
	amidKeyword := !strings.Contains(found[strings.LastIndexByte(found, ';')+1:], "=")
	return endsInSecret(found, secrets) && amidKeyword && strings.HasPrefix(behind, " ")
}

// EndsInSecret reports whether the string found ends in a secret or in a keyword
// without its value: whatever follows may belong to it. secrets are those of
// found, in order.
func EndsInSecret(found string, secrets []source.Span) bool {
	found = withoutEnd(found)
	return strings.HasSuffix(found, "=") || endsInSecret(found, secrets)
}

func endsInSecret(found string, secrets []source.Span) bool {
	return len(secrets) > 0 && secrets[len(secrets)-1].End >= len(found)
}

// withoutEnd returns a string without the blanks and quotation marks at its end.
func withoutEnd(found string) string { return strings.TrimRight(found, " \"'") }

// closingMarks are the marks that may stand right behind a string: quotation marks, and
// what closes emphasis or verbatim text.
const closingMarks = "\"'`=~*_»«”“’‘」』》〉"

// followsLiteral is what comes behind a literal in sound code, and behind a quotation.
const followsLiteral = " \t\r,;:)]}><\\/#&|.+!?。、，；：）】"
