package placeholder

import (
	"slices"
	"strings"

	"kustoconn/internal/ascii"
)

// scopes stand before a variable's name in PowerShell.
var scopes = []string{"env", "script", "global", "local", "private", "using", "variable", "workflow"}

// dollar recognises ${x}, $(x), ${{ x }}, $[x], $env:x, $name, and each of them
// with the dollar doubled, which make and compose files do to keep it. A name
// in which letters and digits mix is more likely a password that starts with a
// dollar.
func dollar(text string) int {
	if len(text) < 2 {
		return 0
	}
	if text[1] == '$' {
		if n := undoubled(text[1:]); n > 0 {
			return 1 + n
		}
		return 0
	}
	return undoubled(text)
}

// undoubled is dollar for what starts with one dollar.
func undoubled(text string) int {
	if len(text) < 2 {
		return 0
	}
	switch text[1] {
	case '{':
		if n := braces(text[1:]); n > 0 {
			return 1 + n
		}
		return 0
	case '(':
		return bracketed(text, 1, '(', ')')
	case '[':
		return bracketed(text, 1, '[', ']')
	}
	name := text[1 : 1+nameLength(text[1:])]
	n := 1 + len(name)
	if name == "" {
		return 0
	}
	if n < len(text) && text[n] == ':' && slices.ContainsFunc(scopes, func(s string) bool { return strings.EqualFold(s, name) }) {
		if m := nameLength(text[n+1:]); m > 0 {
			return n + 1 + m
		}
	}
	if strings.ContainsAny(name, "0123456789") && name != strings.ToUpper(name) {
		return 0
	}
	return n
}

// percent recognises %NAME%, %1%, %{name}, %(name)s, %<name>s, and %s and the other verbs, perhaps with
// the number of their argument (%1$s, %[1]s); a percent-encoded byte is none.
func percent(text string) int {
	if n := 1 + nameLength(text[1:]); n > 1 && n < len(text) && text[n] == '%' {
		if isEncodedByte := n == 3 && ascii.IsHexDigit(text[1]) && ascii.IsHexDigit(text[2]); !isEncodedByte {
			return n + 1
		}
	}
	if len(text) > 2 && ascii.IsDigit(text[1]) && text[2] == '%' { // Boost's
		return len("%1%")
	}
	if len(text) > 1 && text[1] == '{' { // Ruby's
		return enclosed(text, 2, '}', isName)
	}
	if len(text) > 1 && (text[1] == '(' || text[1] == '<') {
		closing := byte(')')
		if text[1] == '<' { // Ruby's
			closing = '>'
		}
		if n := enclosed(text, 2, closing, isName); n > 0 && n < len(text) && isVerb(text[n]) {
			return n + 1
		}
		return 0
	}
	n := argument(text)
	if n < 0 {
		return 0
	}
	for n < len(text) && strings.IndexByte("lzh", text[n]) >= 0 { // the sizes of C
		n++
	}
	if n == len(text) || !isVerb(text[n]) {
		return 0
	}
	if ascii.IsHexDigit(text[n]) && n+1 < len(text) && ascii.IsHexDigit(text[n+1]) {
		return 0
	}
	return n + 1
}

// argument returns where the verb stands of what a format says before it: the
// number of the argument, or a flag or a full stop and the width. It is -1 where
// digits stand alone, which encode a byte.
func argument(text string) int {
	n := 1
	if n < len(text) && text[n] == '[' {
		end := digitsEnd(text, n+1)
		if end == n+1 || end == len(text) || text[end] != ']' {
			return -1
		}
		return end + 1
	}
	if n < len(text) && strings.IndexByte("-+#.", text[n]) >= 0 {
		n = digitsEnd(text, n+1)
		if n < len(text) && text[n] == '.' {
			n = digitsEnd(text, n+1)
		}
		return n
	}
	end := digitsEnd(text, n)
	switch {
	case end < len(text) && text[end] == '$':
		return end + 1
	case end > n:
		return -1
	}
	return n
}

// digitsEnd returns the offset of the first byte from at on that is no digit.
func digitsEnd(text string, at int) int {
	for at < len(text) && ascii.IsDigit(text[at]) {
		at++
	}
	return at
}

func isVerb(c byte) bool { return strings.IndexByte("sdvqifur@", c) >= 0 }
