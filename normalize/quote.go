// Package normalize writes connection strings: quoting, canonical text,
// and the builder. What it writes, package grammar reads back with the same
// meaning.
package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote returns value as it must stand behind "keyword=": as it is, or in
// double quotation marks with those inside it doubled. Quotes are put where
// the value is empty, starts with '=', starts or ends with white space, or
// holds a semicolon, a quotation mark or a control character.
//
// Source: the documentation's note on quoting, and the ADO.NET grammar for
// the rest. A NUL or invalid UTF-8 has no form in the language; it is written
// as it is, and Builder refuses it.
func Quote(value string) string {
	if !needsQuotes(value) {
		return value
	}
	return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
}

func needsQuotes(value string) bool {
	if value == "" || value[0] == '=' {
		return true
	}
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	return unicode.IsSpace(first) || unicode.IsSpace(last) ||
		strings.ContainsAny(value, `;'"`) || strings.ContainsFunc(value, unicode.IsControl)
}

// QuoteKeyword returns keyword as it must stand before '=': each '=' in it
// doubled.
func QuoteKeyword(keyword string) string { return strings.ReplaceAll(keyword, "=", "==") }
