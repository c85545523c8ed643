package literal

import (
	"strings"
	"unicode/utf8"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
)

// Escape writes s as it must stand inside a literal of this form, wherever in
// it. It refuses what the characters before or after could change.
func (f Form) Escape(s string) (string, bool) {
	if s == "" {
		return "", !f.Fixed
	}
	if f.Layout == LayoutShared && (strings.ContainsAny(s, "\r\n") || s != strings.Trim(s, indentation)) {
		return "", false // it may change what the lines share
	}
	if f.Own != nil && f.Own.Escape != nil {
		return f.Own.Escape(s)
	}
	if f.OwnLine && (strings.ContainsAny(s, "\r\n") || strings.Contains(f.End, strings.TrimSpace(s))) {
		return "", false // a line of it may be the last one
	}
	if f.Fixed || f.afterDigits && ascii.IsHexDigit(s[0]) ||
		f.afterDollar && (IsWordByte(s[0]) || strings.IndexByte("{($:/", s[0]) >= 0) ||
		f.afterContinuation && strings.IndexByte(" \t\r\n", s[0]) >= 0 {
		return "", false
	}
	if f.standsAlone(s) {
		return s, true
	}
	if last := f.End[len(f.End)-1]; f.Escapes != nil && len(f.End) > 1 && !f.OwnLine && s[0] == last && strings.IndexByte(f.Special, last) < 0 {
		return "", false // it may close what stands before it
	}
	if f.Holes != nil {
		for _, c := range f.Holes.Doubled {
			s = strings.ReplaceAll(s, string(c), string(c)+string(c))
		}
	}
	if f.Escapes == nil {
		return f.escapeRaw(s)
	}
	escaped, ok := f.Escapes.Write(s, f.Special, f.Multiline)
	if f.Hashes != "" {
		escaped = hashed(escaped, f.Escapes.Lead, f.Hashes)
	}
	if f.Layout == LayoutTextBlock {
		escaped = shieldSpaces(escaped)
	}
	return escaped, ok
}

// standsAlone reports whether s needs no escape anywhere in the literal, though the
// literal has escapes: no hash meets a quote or a backslash of it, or no other quote
// one of it in a literal whose end is on a line of its own.
func (f *Form) standsAlone(s string) bool {
	if f.holdsMark || f.Escapes == nil {
		return false
	}
	if f.Hashes != "" {
		return !strings.ContainsAny(s, "#\r\n") && !escape.HasControl(s)
	}
	quote := f.End[:1]
	return f.Layout == LayoutClosing && f.End == strings.Repeat(quote, len(tripleQuote)) && strings.Count(s, quote) < 2 &&
		!strings.ContainsAny(s, strings.Trim(f.Special, quote)+"\\\r\n") && !escape.HasControl(s)
}

const tripleQuote = `"""`

// IsBare reports whether nothing is escaped or doubled in the literal.
func (f Form) IsBare() bool { return f.Escapes == nil && !f.Doubled && !f.Fixed && f.Own == nil }

// escapeRaw writes s into a literal that has no escapes.
func (f Form) escapeRaw(s string) (string, bool) {
	switch {
	case !utf8.ValidString(s),
		!f.Multiline && strings.Contains(s, "\n"),
		(f.LineEnds != LineEndsKept || f.Layout == LayoutClosing || f.End[0] == '\n') && strings.Contains(s, "\r"),
		f.DropsFirst && firstIsLineEnd(s),
		f.Backslashed && strings.HasSuffix(s, `\`),
		f.Holes != nil && f.Holes.Doubled == "" && strings.ContainsAny(s, f.Holes.Opening+"}"):
		return "", false
	}
	if f.Doubled {
		return strings.ReplaceAll(s, f.End, f.End+f.End), true
	}
	if !f.OwnLine && escape.Touches(s, f.End) || f.Opening != 0 && strings.IndexByte(s, f.Opening) >= 0 {
		return "", false
	}
	return strings.ReplaceAll(s, "\n", "\n"+f.indent), true
}

func firstIsLineEnd(s string) bool { return s != "" && (s[0] == '\n' || s[0] == '\r') }

// hashed puts the hashes after the lead of each escape in s.
func hashed(s string, lead byte, hashes string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == lead && i+1 < len(s) {
			b.WriteString(hashes)
			i++
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// shieldSpaces keeps a space at either end of s from being dropped with the
// indentation or at the end of a line.
func shieldSpaces(s string) string {
	if strings.HasPrefix(s, " ") {
		s = `\s` + s[1:]
	}
	if strings.HasSuffix(s, " ") {
		s = s[:len(s)-1] + `\s`
	}
	return s
}
