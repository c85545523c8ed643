// Package escape reads and writes the ways in which formats and languages write
// a character that cannot stand as it is: a Table of backslash escapes, which is
// the one engine for all of them; the references of XML; and the writers of
// formats that can only refuse.
package escape

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kustoconn/internal/ascii"
)

// A Table says which escapes a kind of text has. The zero Table has none; use
// it by its address and do not change it.
type Table struct {
	Lead byte // the byte that starts an escape: \ or `
	// Simple holds pairs of the character after Lead, of one byte, and the
	// character that it stands for.
	Simple string
	// HexMin and HexMax are how many digits follow \x; 0 where there is no \x.
	HexMin, HexMax int
	BracedX        bool // \x{X…}
	Octal          int  // the fewest octal digits, up to three in all; 0 where there are none
	// DecimalMin and DecimalMax are how many decimal digits are an escape; 0
	// where none are.
	DecimalMin, DecimalMax int
	U, LongU               bool // \uXXXX and \UXXXXXXXX
	Braced                 bool // \u{X…}
	ManyU                  bool // \uuuXXXX is \uXXXX
	Halves                 bool // half a surrogate pair stands for U+FFFD, even beside the other half
	Bytes                  bool // \x and octal escapes write a byte, not a code point
	Identity               bool // an unknown escape stands for its character; else for all it shows
	ASCII                  bool // the text holds bytes: other than ASCII is written as \x
	AllControls            bool // control characters beyond ASCII are written as escapes too
	Continuation           Continuation
}

// Continuation says what Lead before a line end does.
type Continuation int

// The continuations.
const (
	_                 Continuation = iota
	ContinueLine                   // both are dropped
	ContinueUnspace                // and the white space that follows
	ContinueBlankLine              // and the white space that stands between the two
	ContinueZ                      // as a z does, and the white space that follows is dropped (Lua)
	ContinueGap                    // all white space up to the next Lead, and \& stands for nothing (Haskell)
)

// Read decodes the escape at text[pos:], which starts with Lead: n bytes, one
// at least. What is no escape stands for itself. Varying reports that one more digit would have changed it.
func (e *Table) Read(text string, pos int) (decoded string, n int, varying bool) {
	rest := text[pos+1:]
	if rest == "" {
		return text[pos:], 1, false
	}
	c := rest[0]
	if s := e.simple(c); s != "" {
		return s, 2, false
	}
	switch {
	case c == '\n' || strings.HasPrefix(rest, "\r\n") || e.Continuation == ContinueBlankLine && strings.IndexByte(" \t\r", c) >= 0:
		if n := e.continued(rest); n > 0 {
			return "", 1 + n, false
		}
	case e.Continuation == ContinueZ && c == 'z':
		return "", 1 + e.continued(rest), false
	case e.Continuation == ContinueGap && strings.IndexByte("& \t\r", c) >= 0:
		if n := e.continued(rest); n > 0 {
			return "", 1 + n, false
		}
	case e.BracedX && strings.HasPrefix(rest, "x{"):
		if v, n := digits(rest[2:], 16, 1, 6); n > 0 && strings.HasPrefix(rest[2+n:], "}") {
			return string(rune(v)), n + 4, false
		}
	case c == 'x' && e.HexMax > 0:
		if v, n := digits(rest[1:], 16, e.HexMin, e.HexMax); n > 0 {
			return e.character(v), 2 + n, n < e.HexMax
		}
	case e.DecimalMax > 0 && '0' <= c && c <= '9':
		if v, n := digits(rest, 10, e.DecimalMin, e.DecimalMax); n > 0 {
			return e.character(v), 1 + n, n < e.DecimalMax
		}
	case e.Octal > 0 && '0' <= c && c <= '7':
		if v, n := digits(rest, 8, e.Octal, 3); n > 0 {
			return e.character(v), 1 + n, n < 3
		}
	case c == 'u' || c == 'U':
		if v, n := e.unicode(rest); n > 0 {
			if low, m := e.lowSurrogate(rest[n:]); m > 0 && 0xD800 <= v && v < 0xDC00 {
				v, n = 0x10000+(v-0xD800)<<10+(low-0xDC00), n+m
			}
			return string(rune(v)), 1 + n, false
		}
	}
	if !e.Identity {
		return text[pos : pos+1], 1, false
	}
	_, size := utf8.DecodeRuneInString(rest)
	return rest[:size], 1 + size, false
}

// simple returns the character that c after Lead stands for, or "".
func (e *Table) simple(c byte) string {
	for i := 0; i < len(e.Simple); {
		size := 1
		if e.Simple[i+1] >= utf8.RuneSelf {
			_, size = utf8.DecodeRuneInString(e.Simple[i+1:])
		}
		if e.Simple[i] == c {
			return e.Simple[i+1 : i+1+size]
		}
		i += 1 + size
	}
	return ""
}

// continued returns how many bytes from the line end at the start of rest on
// a line continuation drops.
func (e *Table) continued(rest string) int {
	switch e.Continuation {
	case ContinueLine:
		return strings.IndexByte(rest, '\n') + 1
	case ContinueZ:
		if rest[0] != 'z' {
			return 0 // the line end stays
		}
		return len(rest) - len(strings.TrimLeft(rest[1:], " \t\r\n"))
	case ContinueUnspace, ContinueBlankLine:
		return len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
	case ContinueGap:
		if rest[0] == '&' {
			return 1
		}
		gap := len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
		if strings.HasPrefix(rest[gap:], string(e.Lead)) {
			return gap + 1
		}
	}
	return 0
}

// unicode reads the u or U and the digits at the start of rest.
func (e *Table) unicode(rest string) (v, n int) {
	switch {
	case rest[0] == 'U' && e.LongU:
		if v, n := digits(rest[1:], 16, 8, 8); n > 0 {
			return v, 1 + n
		}
	case rest[0] == 'u' && e.Braced && strings.HasPrefix(rest, "u{"):
		if v, n := digits(rest[2:], 16, 1, 6); n > 0 && strings.HasPrefix(rest[2+n:], "}") {
			return v, n + 3
		}
	case rest[0] == 'u' && e.U:
		us := 1
		if e.ManyU {
			us = len(rest) - len(strings.TrimLeft(rest, "u"))
		}
		if v, n := digits(rest[us:], 16, 4, 4); n > 0 {
			return v, us + n
		}
	}
	return 0, 0
}

// lowSurrogate reads the second half of a surrogate pair.
func (e *Table) lowSurrogate(rest string) (v, n int) {
	if e.Halves || len(rest) < 2 || rest[0] != e.Lead || rest[1] != 'u' {
		return 0, 0
	}
	if v, n := e.unicode(rest[1:]); n > 0 && 0xDC00 <= v && v < 0xE000 {
		return v, 1 + n
	}
	return 0, 0
}

func (e *Table) character(v int) string {
	if e.Bytes {
		return string([]byte{byte(v)})
	}
	return string(rune(v))
}

// digits reads between least and most digits at the start of text; n is 0
// where there are fewer, or more than a code point can be.
func digits(text string, base, least, most int) (v, n int) {
	for n < most && n < len(text) && ascii.IsHexDigit(text[n]) {
		n++
	}
	for i := 0; base < 16 && i < n; i++ {
		if text[i] >= '0'+byte(base) {
			n = i
		}
	}
	if n < least {
		return 0, 0
	}
	parsed, err := strconv.ParseUint(text[:n], base, 32)
	if err != nil || parsed > utf8.MaxRune {
		return 0, 0
	}
	return int(parsed), n
}

// JSON are the escapes of JSON's strings.
var JSON = Table{Lead: '\\', Simple: "\"\"\\\\//b\bf\fn\nr\rt\t", U: true}
