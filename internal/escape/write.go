package escape

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// common are the escapes on which JSON, TOML, YAML and HCL agree.
var common = Table{Lead: '\\', Simple: "n\nr\rt\t", U: true, AllControls: true}

// Backslash writes s for inside double quotes as JSON, TOML, YAML and HCL agree:
// \" \\ \n \r \t and \uXXXX. Bytes that are no UTF-8 are refused.
func Backslash(s string) (string, bool) { return common.Write(s, `"`, false) }

// Write writes s with the escapes it needs. Special holds the bytes that are
// escaped by putting Lead before them; multiline says that a line end may stand
// as it is. It reports false where s holds what no
// escape can write.
func (e *Table) Write(s, special string, multiline bool) (string, bool) {
	var b strings.Builder
	for i, c := range s {
		switch {
		case c == utf8.RuneError && invalidAt(s, i), e.ASCII && c >= 0x80:
			if !e.Bytes {
				return "", false
			}
			size := max(1, utf8.RuneLen(c))
			if invalidAt(s, i) {
				size = 1
			}
			for _, byteValue := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, `%cx%02x`, e.Lead, byteValue)
			}
		case c >= 0x80 && e.AllControls && isControl(c):
			fmt.Fprintf(&b, "%cu%04x", e.Lead, c)
		case c >= 0x80:
			b.WriteRune(c)
		case byte(c) == e.Lead, strings.IndexByte(special, byte(c)) >= 0:
			b.WriteByte(e.Lead)
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
func (e *Table) writeControl(b *strings.Builder, c byte, multiline bool) bool {
	if letter := e.letter(c); letter != 0 {
		b.WriteByte(e.Lead)
		b.WriteByte(letter)
		return true
	}
	return e.writeNumeric(b, c) || e.writeBare(b, c, multiline)
}

// letter returns the letter that stands for c after Lead, or 0.
func (e *Table) letter(c byte) byte {
	for i := 0; i < len(e.Simple); {
		_, size := utf8.DecodeRuneInString(e.Simple[i+1:])
		if size == 1 && e.Simple[i+1] == c && e.Simple[i] != c {
			return e.Simple[i]
		}
		i += 1 + size
	}
	return 0
}

// writeNumeric writes c by its number.
func (e *Table) writeNumeric(b *strings.Builder, c byte) bool {
	switch {
	case e.HexMax == 2:
		fmt.Fprintf(b, "%cx%02x", e.Lead, c)
	case e.DecimalMax == 3:
		fmt.Fprintf(b, "%c%03d", e.Lead, c)
	case e.Octal > 0:
		fmt.Fprintf(b, "%c%03o", e.Lead, c)
	case e.U:
		fmt.Fprintf(b, "%cu%04x", e.Lead, c)
	case e.Braced:
		fmt.Fprintf(b, "%cu{%x}", e.Lead, c)
	default:
		return false
	}
	return true
}

// writeBare writes c as it is, where nothing would read it as a line end.
func (e *Table) writeBare(b *strings.Builder, c byte, multiline bool) bool {
	if c == '\r' || c == '\n' && !multiline {
		return false
	}
	b.WriteByte(c)
	return true
}
