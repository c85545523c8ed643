package container

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Order is the order of the two bytes of a UTF-16 unit. The zero Order is that of
// text which is no UTF-16.
type Order int

// The orders.
const (
	_ Order = iota
	LittleEndian
	BigEndian
)

// OrderOf says by its content, or by a mark at its start, whether line is UTF-16.
// A line of little-endian text that is cut behind the line feed's first byte starts
// with the other one; before is the order of the lines before, which tells the two
// apart.
func OrderOf(line string, before Order) Order {
	if strings.IndexByte(line, 0) < 0 {
		return 0
	}
	zeros := [2]int{}
	for i := 0; i < len(line); i++ {
		if line[i] == 0 {
			zeros[i%2]++
		}
	}
	most, least := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	const share = 4 // of the units, those of the Latin alphabet
	if most < 2 || least*8 > most || before == 0 && most*2*share < len(line) {
		return 0
	}
	switch {
	case before != 0:
		return before
	case strings.HasPrefix(line, "\xfe\xff"), zeros[0] > zeros[1]:
		return BigEndian
	}
	return LittleEndian
}

// UTF16 reads a line in UTF-16. Half a unit at its ends stands for nothing.
func UTF16(line string, order Order) piece.Piece {
	var b piece.Builder
	at := 0
	if order == LittleEndian && line != "" && line[0] == 0 {
		at = 1 // the rest of the line feed before
	}
	unit := func(at int) uint16 {
		if order == BigEndian {
			return uint16(line[at])<<8 | uint16(line[at+1])
		}
		return uint16(line[at]) | uint16(line[at+1])<<8
	}
	for ; at+2 <= len(line); at += 2 {
		r, size := rune(unit(at)), 2
		if utf16.IsSurrogate(r) && at+4 <= len(line) {
			if pair := utf16.DecodeRune(r, rune(unit(at+2))); pair != utf8.RuneError {
				r, size = pair, 4
			}
		}
		b.Escape(string(r), source.Span{Start: at, End: at + size})
		at += size - 2
	}
	return b.Piece(piece.Plain)
}

// Encode returns text, which is ASCII, in UTF-16.
func (order Order) Encode(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if order == BigEndian {
			out.WriteByte(0)
		}
		out.WriteByte(text[i])
		if order == LittleEndian {
			out.WriteByte(0)
		}
	}
	return out.String()
}
