// Package quote writes and reads values and keywords as they stand in a
// connection string: quotation marks around a value, marks doubled inside it,
// and the sign '=' doubled in a keyword. It is the one home of quoting: the
// tree reads values by it, and canonical text and fixes are written by it.
//
// What it writes, package grammar reads back as the same value; a test tries
// every small value. Two things have no form in the language, and are written
// as they are: a NUL and bytes that are not UTF-8. Package normalize refuses
// them.
package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Value returns value as it must stand behind "keyword=": as it is, or in
// double quotation marks with those inside it doubled. Quotes are put where
// the value is empty, starts with '=', starts or ends with white space, or
// holds a semicolon, a quotation mark or a control character. It allocates
// where there are quotes to put.
//
// Source: the documentation's note on quoting, and the ADO.NET grammar for
// the rest.
func Value(value string) string {
	if !needsQuotes(value) {
		return value
	}
	return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
}

func needsQuotes(value string) bool {
	if value == "" || value[0] == '=' {
		return true
	}
	for i := range len(value) {
		switch c := value[i]; {
		case c < ' ', c == 0x7f, c == ';', c == '\'', c == '"':
			return true
		case c >= utf8.RuneSelf:
			return needsQuotesBeyondASCII(value)
		}
	}
	return value[0] == ' ' || value[len(value)-1] == ' '
}

func needsQuotesBeyondASCII(value string) bool {
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	return unicode.IsSpace(first) || unicode.IsSpace(last) ||
		strings.ContainsAny(value, `;'"`) || strings.ContainsFunc(value, unicode.IsControl)
}

// Keyword returns keyword as it must stand before '=': each '=' in it doubled.
// Not every text is a keyword: what has white space around it, a semicolon or
// a control character in it, or the start of a URI, is not read back.
func Keyword(keyword string) string { return strings.ReplaceAll(keyword, "=", "==") }
