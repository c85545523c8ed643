package extract

import (
	"strings"
	"unicode/utf8"
)

// A literalForm says how one kind of string literal is written. The forms are
// data, so that reading a literal and writing into one follow the same rules.
type literalForm struct {
	end       string          // the closing delimiter
	escapes   *literalEscapes // nil where a backslash is itself
	special   string          // what Escape puts the escapes' lead before
	doubled   bool            // end, of one byte, stands for itself when written twice
	multiline bool
	lineEnds  lineEnds
	// backslashed: a backslash keeps the quote after it from ending the
	// literal, or the $ from opening a hole, and both stay (Python's raw
	// strings, JavaScript's String.raw).
	backslashed bool
	// greedy: of more quotes than end has, the last ones are the end.
	greedy bool
	holes  *holeSyntax // nil where nothing is interpolated
	braces int         // how many braces open a hole, where more than one do
	layout layout
	indent string // what layout takes off the lines
	fixed  bool   // nothing else can be written in it: a character literal
	// What the text before an edit may end in, so that the first byte of the
	// edit would change how it is read.
	afterDigits, afterDollar, afterContinuation bool
}

// lineEnds says what CR becomes in a literal of several lines.
type lineEnds int

const (
	_             lineEnds = iota
	lineEndsKept           // CR LF stays
	lineEndsLF             // CR LF and CR are LF
	lineEndsNoCRs          // every CR is dropped
)

// layout says how the indentation of a literal of several lines is dropped.
type layout int

const (
	_               layout = iota
	layoutClosing          // C#: that of the line that closes the literal; its line end is dropped too
	layoutTextBlock        // Java: what all lines share; white space at line ends is dropped too
)

// A holeSyntax says how code is interpolated in a literal.
type holeSyntax struct {
	opening string // of a hole that code fills
	closing byte   // its bracket
	// name returns the length of the hole at pos that has no code, such as
	// $name, or 0; nil where there are none.
	name func(text string, pos int) int
	// doubled are the bytes that stand for themselves when written twice.
	doubled string
	// format: a colon in the hole starts a format that is no code.
	format bool
}

// bracedHoles are {code}, in C#'s $"…" and Python's f"…".
var bracedHoles = &holeSyntax{opening: "{", closing: '}', doubled: "{}", format: true}

// dollarBracedHoles are ${code}.
var dollarBracedHoles = &holeSyntax{opening: "${", closing: '}'}

// A literalToken is what stands at one place inside a literal.
type literalToken struct {
	kind    literalTokenKind
	n       int    // its length in the file
	text    string // what an escape gives
	varying bool   // an escape that one more digit would have changed
}

type literalTokenKind int

const (
	_ literalTokenKind = iota
	tokenVerbatim
	tokenEscape
	tokenEnd
	tokenBroken // a line end that the literal cannot hold
	tokenName   // a hole without code
	tokenHole   // the opening of a hole
)

// next says what stands at text[pos:]; its length is at least 1.
func (f *literalForm) next(text string, pos int) literalToken {
	c := text[pos]
	if c == f.end[0] {
		if t := f.nextQuote(text, pos); t.kind != 0 {
			return t
		}
	}
	if f.escapes != nil && c == f.escapes.lead {
		if f.holes != nil && strings.HasPrefix(text[pos:], f.holes.opening) {
			return literalToken{kind: tokenHole, n: len(f.holes.opening)}
		}
		decoded, n, varying := f.escapes.read(text, pos)
		return literalToken{tokenEscape, n, decoded, varying}
	}
	switch c {
	case '\\':
		if t := f.nextBackslash(text, pos); f.backslashed && t.kind != 0 {
			return t
		}
	case '\n', '\r':
		return f.nextLineEnd(text, pos)
	}
	if f.holes != nil {
		if t := f.nextHole(text, pos); t.kind != 0 {
			return t
		}
	}
	return literalToken{kind: tokenVerbatim, n: 1}
}

// nextQuote reads what starts like the end of the literal.
func (f *literalForm) nextQuote(text string, pos int) literalToken {
	c := f.end[0]
	if f.doubled && strings.HasPrefix(text[pos+1:], f.end) {
		return literalToken{kind: tokenEscape, n: 2, text: f.end}
	}
	if len(f.end) > 1 && f.end[1] == c {
		run := runLength(text[:min(len(text), pos+len(f.end))], pos, c)
		if run < len(f.end) {
			return literalToken{kind: tokenVerbatim, n: run}
		}
		if f.greedy && pos+run < len(text) && text[pos+run] == c {
			return literalToken{kind: tokenVerbatim, n: 1}
		}
	}
	if strings.HasPrefix(text[pos:], f.end) {
		return literalToken{kind: tokenEnd, n: len(f.end)}
	}
	return literalToken{}
}

// nextBackslash reads a backslash with the quote, line end or backslash that
// it shields.
func (f *literalForm) nextBackslash(text string, pos int) literalToken {
	rest := text[pos+1:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return literalToken{kind: tokenEscape, n: 3, text: "\\\n"}
	case rest != "" && strings.IndexByte("\"'`$\\\n", rest[0]) >= 0:
		return literalToken{kind: tokenVerbatim, n: 2}
	}
	return literalToken{}
}

func (f *literalForm) nextLineEnd(text string, pos int) literalToken {
	rest := text[pos:]
	crlf := strings.HasPrefix(rest, "\r\n")
	switch {
	case crlf && f.end[0] == '\n' && strings.HasPrefix(rest[1:], f.end):
		return literalToken{kind: tokenEnd, n: 1 + len(f.end)}
	case !f.multiline && (crlf || rest[0] == '\n'):
		return literalToken{kind: tokenBroken}
	case rest[0] == '\r' && f.lineEnds == lineEndsNoCRs:
		return literalToken{kind: tokenEscape, n: 1}
	case crlf && f.lineEnds == lineEndsLF:
		return literalToken{kind: tokenEscape, n: 2, text: "\n"}
	case rest[0] == '\r' && f.lineEnds == lineEndsLF:
		return literalToken{kind: tokenEscape, n: 1, text: "\n"}
	}
	return literalToken{kind: tokenVerbatim, n: 1}
}

func (f *literalForm) nextHole(text string, pos int) literalToken {
	c, h := text[pos], f.holes
	if strings.IndexByte(h.doubled, c) >= 0 && pos+1 < len(text) && text[pos+1] == c {
		return literalToken{kind: tokenEscape, n: 2, text: text[pos : pos+1]}
	}
	if c != h.opening[0] {
		return literalToken{}
	}
	if f.braces > 1 {
		switch run := runLength(text, pos, c); {
		case run < f.braces:
			return literalToken{kind: tokenVerbatim, n: run}
		case run > f.braces:
			return literalToken{kind: tokenVerbatim, n: run - f.braces}
		}
		return literalToken{kind: tokenHole, n: f.braces}
	}
	if h.name != nil {
		if n := h.name(text, pos); n > 0 {
			return literalToken{kind: tokenName, n: n}
		}
	}
	if strings.HasPrefix(text[pos:], h.opening) {
		return literalToken{kind: tokenHole, n: len(h.opening)}
	}
	f.afterDollar = true
	return literalToken{}
}

// escape writes s as it must stand inside a literal of this form, wherever in
// it. It refuses what the characters before or after could change.
func (f literalForm) escape(s string) (string, bool) {
	if s == "" {
		return "", !f.fixed
	}
	if f.fixed || f.afterDigits && isHexDigit(s[0]) ||
		f.afterDollar && (isWordByte(s[0]) || strings.IndexByte("{($:", s[0]) >= 0) ||
		f.afterContinuation && strings.IndexByte(" \t\r\n", s[0]) >= 0 {
		return "", false
	}
	if last := f.end[len(f.end)-1]; f.escapes != nil && len(f.end) > 1 && s[0] == last && strings.IndexByte(f.special, last) < 0 {
		return "", false // it may close what stands before it
	}
	if f.holes != nil {
		for _, c := range f.holes.doubled {
			s = strings.ReplaceAll(s, string(c), string(c)+string(c))
		}
	}
	if f.escapes == nil {
		return f.escapeRaw(s)
	}
	escaped, ok := f.escapes.write(s, f.special, f.multiline)
	if f.layout == layoutTextBlock {
		escaped = shieldSpaces(escaped)
	}
	return escaped, ok
}

// escapeRaw writes s into a literal that has no escapes.
func (f literalForm) escapeRaw(s string) (string, bool) {
	switch {
	case !utf8.ValidString(s),
		!f.multiline && strings.Contains(s, "\n"),
		(f.lineEnds != lineEndsKept || f.layout == layoutClosing || f.end[0] == '\n') && strings.Contains(s, "\r"),
		f.backslashed && strings.HasSuffix(s, `\`),
		f.holes != nil && f.holes.doubled == "" && strings.ContainsAny(s, f.holes.opening+"}"):
		return "", false
	}
	if f.doubled {
		return strings.ReplaceAll(s, f.end, f.end+f.end), true
	}
	if touches(s, f.end) {
		return "", false
	}
	return strings.ReplaceAll(s, "\n", "\n"+f.indent), true
}

// touches reports whether delimiter stands in s, or could come about where s
// meets the text around it.
func touches(s, delimiter string) bool {
	for i := 1; i < len(delimiter); i++ {
		if strings.HasSuffix(s, delimiter[:i]) || strings.HasPrefix(s, delimiter[i:]) {
			return true
		}
	}
	return strings.Contains(s, delimiter) || strings.Contains(delimiter, s)
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
