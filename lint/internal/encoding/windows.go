package encoding

import (
	"strings"
	"unicode/utf8"
)

// windows1252 are the characters of the bytes from 0x80 to 0x9F; the others are those
// of Latin-1. Five bytes have none. Source: Unicode, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
var windows1252 = [...]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// isWindows1252 reports whether data is no UTF-8 and can be Windows-1252: nothing in it
// beyond ASCII is UTF-8, and no byte is one that a text has not.
func isWindows1252(data []byte) bool {
	beyond := false
	for i := 0; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B || c == 0x7F {
				return false
			}
			i++
			continue
		}
		if r, _ := utf8.DecodeRune(data[i:]); r != utf8.RuneError || characterOf(c) == 0 {
			return false
		}
		beyond = true
		i++
	}
	return beyond
}

// characterOf returns the character of a byte, or 0.
func characterOf(c byte) rune {
	if c >= 0x80 && c < 0xA0 {
		return windows1252[c-0x80]
	}
	return rune(c)
}

func decodeWindows1252(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		b.WriteRune(characterOf(c))
	}
	return b.String()
}

// appendWindows1252 appends text; ok is false where it holds other characters.
func appendWindows1252(data []byte, text string) (_ []byte, ok bool) {
	for _, r := range text {
		c := byte(r)
		for i, special := range windows1252 {
			if special == r {
				c = byte(0x80 + i)
			}
		}
		if characterOf(c) != r {
			return data, false
		}
		data = append(data, c)
	}
	return data, true
}
