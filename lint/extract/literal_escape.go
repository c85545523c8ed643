package extract

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// literalEscapes says which escapes a kind of literal has.
type literalEscapes struct {
	lead   byte   // the byte that starts an escape: \ or `
	simple string // pairs of the character after lead and the byte it stands for
	// hexMin and hexMax are how many digits follow \x; 0 where there is no \x.
	hexMin, hexMax int
	octal          int  // the fewest octal digits, up to three in all; 0 where there are none
	u, longU       bool // \uXXXX and \UXXXXXXXX
	braced         bool // \u{X…}
	manyU          bool // \uuuXXXX is \uXXXX
	bytes          bool // \x and octal escapes write a byte, not a code point
	identity       bool // an unknown escape stands for its character; else for all it shows
	ascii          bool // the literal holds bytes: other than ASCII is written as \x
	continuation   continuation
}

// continuation says what lead before a line end does.
type continuation int

const (
	_               continuation = iota
	continueNever                // the line end ends the literal or stands for itself
	continueLine                 // both are dropped
	continueUnspace              // and the white space that follows
)

// read decodes the escape at text[pos:], which starts with lead: n bytes, one
// at least. Varying reports that one more digit would have changed it.
func (e *literalEscapes) read(text string, pos int) (decoded string, n int, varying bool) {
	rest := text[pos+1:]
	if rest == "" {
		return text[pos:], 1, false
	}
	c := rest[0]
	for i := 0; i < len(e.simple); i += 2 {
		if e.simple[i] == c {
			return e.simple[i+1 : i+2], 2, false
		}
	}
	switch {
	case c == '\n' || strings.HasPrefix(rest, "\r\n"):
		if n := e.continued(rest); n > 0 {
			return "", 1 + n, false
		}
	case c == 'x' && e.hexMax > 0:
		if v, n := digits(rest[1:], 16, e.hexMin, e.hexMax); n > 0 {
			return e.character(v), 2 + n, n < e.hexMax
		}
	case e.octal > 0 && '0' <= c && c <= '7':
		if v, n := digits(rest, 8, e.octal, 3); n > 0 {
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
	if !e.identity {
		return text[pos : pos+1], 1, false
	}
	_, size := utf8.DecodeRuneInString(rest)
	return rest[:size], 1 + size, false
}

// continued returns how many bytes from the line end at the start of rest on
// a line continuation drops.
func (e *literalEscapes) continued(rest string) int {
	switch e.continuation {
	case continueLine:
		return strings.IndexByte(rest, '\n') + 1
	case continueUnspace:
		return len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
	}
	return 0
}

// unicode reads the u or U and the digits at the start of rest.
func (e *literalEscapes) unicode(rest string) (v, n int) {
	switch {
	case rest[0] == 'U' && e.longU:
		if v, n := digits(rest[1:], 16, 8, 8); n > 0 {
			return v, 1 + n
		}
	case rest[0] == 'u' && e.braced && strings.HasPrefix(rest, "u{"):
		if v, n := digits(rest[2:], 16, 1, 6); n > 0 && strings.HasPrefix(rest[2+n:], "}") {
			return v, n + 3
		}
	case rest[0] == 'u' && e.u:
		us := 1
		if e.manyU {
			us = runLength(rest, 0, 'u')
		}
		if v, n := digits(rest[us:], 16, 4, 4); n > 0 {
			return v, us + n
		}
	}
	return 0, 0
}

// lowSurrogate reads the second half of a surrogate pair.
func (e *literalEscapes) lowSurrogate(rest string) (v, n int) {
	if len(rest) < 2 || rest[0] != e.lead || rest[1] != 'u' {
		return 0, 0
	}
	if v, n := e.unicode(rest[1:]); n > 0 && 0xDC00 <= v && v < 0xE000 {
		return v, 1 + n
	}
	return 0, 0
}

func (e *literalEscapes) character(v int) string {
	if e.bytes {
		return string([]byte{byte(v)})
	}
	return string(rune(v))
}

// digits reads between least and most digits at the start of text; n is 0
// where there are fewer, or more than a code point can be.
func digits(text string, base, least, most int) (v, n int) {
	for n < most && n < len(text) && isHexDigit(text[n]) {
		n++
	}
	if base == 8 {
		for i := 0; i < n; i++ {
			if text[i] > '7' {
				n = i
			}
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

func isHexDigit(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// write writes s with the escapes it needs. Special holds the bytes that are
// escaped by putting lead before them. It reports false where s holds what no
// escape can write.
func (e *literalEscapes) write(s, special string, multiline bool) (string, bool) {
	var b strings.Builder
	for i, c := range s {
		switch {
		case c == utf8.RuneError && invalidAt(s, i), e.ascii && c >= 0x80:
			if !e.bytes {
				return "", false
			}
			size := max(1, utf8.RuneLen(c))
			if invalidAt(s, i) {
				size = 1
			}
			for _, byteValue := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, `%cx%02x`, e.lead, byteValue)
			}
		case c >= 0x80:
			b.WriteRune(c)
		case byte(c) == e.lead, strings.IndexByte(special, byte(c)) >= 0:
			b.WriteByte(e.lead)
			b.WriteByte(byte(c))
		case c < 0x20 || c == 0x7F:
			if !e.writeControl(&b, byte(c), multiline) {
				return "", false
			}
		default:
			b.WriteByte(byte(c))
		}
	}
	return b.String(), true
}

// invalidAt reports whether the byte at s[i] starts no UTF-8 character.
func invalidAt(s string, i int) bool {
	_, size := utf8.DecodeRuneInString(s[i:])
	return size == 1 && s[i] >= utf8.RuneSelf
}

// writeControl writes a control character in a way whose length no character
// after it can change.
func (e *literalEscapes) writeControl(b *strings.Builder, c byte, multiline bool) bool {
	for i := 0; i < len(e.simple); i += 2 {
		if e.simple[i+1] == c && e.simple[i] != c {
			b.WriteByte(e.lead)
			b.WriteByte(e.simple[i])
			return true
		}
	}
	return e.writeNumeric(b, c) || e.writeBare(b, c, multiline)
}

// writeNumeric writes c by its number.
func (e *literalEscapes) writeNumeric(b *strings.Builder, c byte) bool {
	switch {
	case e.hexMax == 2:
		fmt.Fprintf(b, "%cx%02x", e.lead, c)
	case e.octal > 0:
		fmt.Fprintf(b, "%c%03o", e.lead, c)
	case e.u:
		fmt.Fprintf(b, "%cu%04x", e.lead, c)
	case e.braced:
		fmt.Fprintf(b, "%cu{%x}", e.lead, c)
	default:
		return false
	}
	return true
}

// writeBare writes c as it is, where nothing would read it as a line end.
func (e *literalEscapes) writeBare(b *strings.Builder, c byte, multiline bool) bool {
	if c == '\r' || c == '\n' && !multiline {
		return false
	}
	b.WriteByte(c)
	return true
}
