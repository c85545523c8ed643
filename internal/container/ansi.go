package container

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// WithoutColours reads a line without the control sequences that colour it (ECMA-48);
// ok says that there are some.
func WithoutColours(text string) (p piece.Piece, ok bool) {
	if !MayColour(text) {
		return piece.Piece{}, false
	}
	var b piece.Builder
	plain := 0
	for at := 0; at < len(text); {
		n := controlSequence(text[at:])
		if n == 0 {
			at++
			continue
		}
		b.Copy(text, source.Span{Start: plain, End: at})
		at += n
		plain = at
	}
	b.Copy(text, source.Span{Start: plain, End: len(text)})
	return b.Piece(piece.Plain), plain > 0
}

// spelled are the ways in which programs show the escape that begins a sequence: those
// of rsyslog, of terminals and pagers, of shells, of XML and of this command.
var spelled = []string{"#033", "^[", `\033`, `\e`, `\x1b`, `\x1B`, `\u001b`, `\u001B`, "\ufffd", "<U+001B>", "<ESC>"}

// MayColour reports whether WithoutColours may find a sequence in text: every one that is spelled goes on
// with a bracket and a number.
func MayColour(text string) bool {
	if strings.IndexByte(text, 0x1b) >= 0 || strings.Contains(text, "\u009b") {
		return true
	}
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '[')
		if n < 0 {
			return false
		}
		if at += n; introducerBefore(text[:at]) > 0 {
			return true
		}
	}
}

// introducerBefore returns the size of the spelled escape that text ends with, or 0.
func introducerBefore(text string) int {
	if text == "" || strings.IndexByte("3[ebB>\xbd", text[len(text)-1]) < 0 {
		return 0
	}
	for _, s := range spelled {
		if strings.HasSuffix(text, s) {
			return len(s)
		}
	}
	return 0
}

// spelledSequence returns the length of the colour that s starts with, its escape
// spelled, or 0.
func spelledSequence(s string) int {
	for _, escape := range spelled {
		rest, ok := strings.CutPrefix(s, escape)
		if !ok || rest == "" || rest[0] != '[' {
			continue
		}
		end := len(rest) - len(strings.TrimLeft(rest[1:], "0123456789;"))
		if end < len(rest) && strings.IndexByte("mK", rest[end]) >= 0 {
			return len(escape) + end + 1
		}
	}
	return 0
}

// controlSequence returns the length of the sequence that s starts with, or 0.
func controlSequence(s string) int {
	const longest = 64 << 10 // of a command's text, such as the title of a window
	if strings.HasPrefix(s, "\u009b") {
		return parameters(s, len("\u009b"))
	}
	if s[0] != 0x1b {
		if strings.IndexByte("#^\\<\xef", s[0]) >= 0 {
			return spelledSequence(s)
		}
		return 0
	}
	if len(s) == 1 {
		return 1
	}
	switch s[1] {
	case '[':
		return parameters(s, 2)
	case ']', 'P', '_', '^', 'X': // up to BEL or ST
		limited := s[:min(len(s), longest)]
		for i := 2; i < len(limited); i++ {
			if limited[i] == 0x07 {
				return i + 1
			}
			if limited[i] == 0x1b {
				return i + min(2, len(limited)-i)
			}
		}
		return 2
	case '(', ')', '#', '%':
		return min(3, len(s))
	}
	return 2
}

// parameters returns where the sequence ends whose parameters start at offset.
func parameters(s string, offset int) int {
	for i := offset; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x40 && c <= 0x7e:
			return i + 1
		case c < 0x20 || c > 0x3f:
			return i
		}
	}
	return len(s)
}
