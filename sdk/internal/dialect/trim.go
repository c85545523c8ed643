package dialect

import (
	"strings"
	"unicode"

	"kustoconn/source"
)

// PythonSpace reports whether Python's str.strip drops r: the White_Space
// property and the four separators U+001C to U+001F. It was compared with
// CPython 3.11 on every code point.
func PythonSpace(r rune) bool { return unicode.IsSpace(r) || 0x1C <= r && r <= 0x1F }

// ECMAScriptSpace reports whether JavaScript's String.prototype.trim drops r:
// WhiteSpace and LineTerminator of ECMA-262, which count U+FEFF but not
// U+0085. It was compared with Node 20 on every code point.
func ECMAScriptSpace(r rune) bool { return r == 0xFEFF || unicode.IsSpace(r) && r != 0x85 }

// Trim narrows s, a span of text, past the code points at both its ends that
// drop reports. A span of nothing else becomes empty, at its end. Bytes that
// are no UTF-8 are asked about as U+FFFD.
func Trim(text string, s source.Span, drop func(rune) bool) source.Span {
	return TrimRight(text, TrimLeft(text, s, drop), drop)
}

// TrimLeft is Trim at the start of s alone.
func TrimLeft(text string, s source.Span, drop func(rune) bool) source.Span {
	return source.Span{Start: s.End - len(strings.TrimLeftFunc(s.Slice(text), drop)), End: s.End}
}

// TrimRight is Trim at the end of s alone. A span of nothing but what it
// drops becomes empty, at its start.
func TrimRight(text string, s source.Span, drop func(rune) bool) source.Span {
	return source.Span{Start: s.Start, End: s.Start + len(strings.TrimRightFunc(s.Slice(text), drop))}
}
