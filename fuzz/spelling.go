package fuzz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/fuzz/draw"
)

// gaps are what may stand around a keyword, an equals sign and a value: white
// space as Unicode has it, U+0085 and other control characters of it included.
var gaps = draw.SampledFrom([]string{"", "", "", "", " ", "\t", "  ", "\r\n", "\u00a0", "\u3000", "\u0085", "\u2028"})

// written draws the text of a pair from its keyword's first character to its
// value's last. A value that is not empty, has no white space around it, and
// holds nothing that ends a bare value may stand bare; every value without a
// NUL may stand in quotation marks of either kind.
func written(p Pair) draw.Generator[string] {
	return draw.Custom(func(t draw.T) string {
		keyword := doubleEquals(p.Keyword) + gaps.Draw(t) + "="
		gap := gaps.Draw(t)
		if p.Unset {
			return keyword + gap
		}
		all := forms(p.Value)
		if gap == "" && all[0][0] == '=' {
			all[0] = " " + all[0] // "A==x" would be the keyword "A=x"
		}
		return keyword + gap + draw.SampledFrom(all).Draw(t)
	})
}

// forms are the ways to write a value behind an equals sign, the bare one first.
func forms(value string) []string {
	inQuotes := []string{quoted(value, `"`), quoted(value, "'")}
	if canBeBare(value) {
		return append([]string{value}, inQuotes...)
	}
	return inQuotes
}

func quoted(value, mark string) string {
	return mark + strings.ReplaceAll(value, mark, mark+mark) + mark
}

// doubleEquals is how '=' stands in a keyword.
func doubleEquals(keyword string) string { return strings.ReplaceAll(keyword, "=", "==") }

func canBeBare(value string) bool {
	return value != "" && !spaceAround(value) &&
		!strings.ContainsRune(value, ';') && !strings.ContainsFunc(value, isBareControl) &&
		!strings.ContainsAny(value[:1]+value[len(value)-1:], `'"`)
}

// isBareControl reports whether r is a control character that is no white
// space; those end a bare value in ADO.NET.
func isBareControl(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }

func spaceAround(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(first) || unicode.IsSpace(last)
}

// canonicalValue is how canonical text writes a value.
func canonicalValue(value string) string {
	if value == "" || value[0] == '=' || spaceAround(value) ||
		strings.ContainsAny(value, `;'"`) || strings.ContainsFunc(value, unicode.IsControl) {
		return quoted(value, `"`)
	}
	return value
}
