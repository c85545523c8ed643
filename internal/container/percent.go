package container

import (
	"iter"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readPercent reads the parts of a text that are written as URLs are: with percent
// signs and, in their midst, plus signs for blanks. What is encoded twice is so in
// the piece once.
func readPercent(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '%')
		if n < 0 {
			return
		}
		if _, ok := percentByte(text[at+n:]); !ok {
			at += n + 1
			continue
		}
		start, end := urlAround(text, at, at+n)
		whole, parameters := text[start:end], "&?#"
		if at = end; leavesEquals(whole) || !strings.ContainsAny(whole, parameters) {
			if !yield(unpercent(b, text, start, end)) {
				return
			}
			continue
		}
		for start < end {
			stop := end
			if n := strings.IndexAny(text[start:end], parameters); n >= 0 {
				stop = start + n
			}
			if strings.IndexByte(text[start:stop], '%') >= 0 && !yield(unpercent(b, text, start, stop)) {
				return
			}
			start = stop + 1
		}
	}
}

// leavesEquals reports whether text was written by an encoder that leaves the signs of
// a query as they are: an equals sign follows a word of a keyword directly.
func leavesEquals(text string) bool {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '=')
		if n < 0 {
			return false
		}
		at += n
		for _, word := range []string{"key", "token", "word", "pwd", "blob"} {
			if at >= len(word) && strings.EqualFold(text[at-len(word):at], word) {
				return true
			}
		}
	}
}

// ReadURL walks over the pieces of a text that are written as URLs are.
func (r *Reader) ReadURL(text string) iter.Seq[piece.Piece] {
	return func(yield func(piece.Piece) bool) { readPercent(&r.made, text, yield) }
}

// URLAround returns the span of the text around offset that an encoder of URLs may have written.
func URLAround(text string, offset int) source.Span {
	start, end := urlAround(text, 0, offset)
	return source.Span{Start: start, End: end}
}

// urlAround returns the span of the encoded text around offset, from floor on.
func urlAround(text string, floor, offset int) (start, end int) {
	for start = offset; start > floor && !endsURL(text[start-1]); start-- {
	}
	for end = offset; end < len(text) && !endsURL(text[end]); end++ {
	}
	return start, end
}

// endsURL reports whether no encoder leaves c as it is.
func endsURL(c byte) bool { return c <= ' ' || urlEnds[c] }

var urlEnds = ascii.Set("\"<>\\^`{|}")

func percentByte(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	return hexByte(s[1:3])
}

// hexByte reads a byte in two hexadecimal digits.
func hexByte(digits string) (byte, bool) {
	high, low := hexDigits[digits[0]], hexDigits[digits[1]]
	return (high-1)<<4 | (low - 1), high > 0 && low > 0
}

// hexDigits holds what each digit stands for, and one more.
var hexDigits = func() (digits [256]byte) {
	for i, c := range []byte("0123456789abcdef") {
		digits[c] = byte(i) + 1
		if ascii.IsLetter(c) {
			digits[c&^0x20] = byte(i) + 1
		}
	}
	return digits
}()

// unpercent reads the encoded text from start to end. An encoder that writes blanks as
// "%20" leaves plus signs as they are: those are signs of a text encoded before. The piece
// is made in b.
func unpercent(b *piece.Builder, text string, start, end int) piece.Piece {
	b.Reset()
	plain := start
	pluses := !strings.Contains(text[start:end], "%20") && !strings.Contains(text[start:end], "%2520")
	for at := start; at < end; {
		size, decoded := 0, byte(' ')
		if text[at] == '+' && pluses {
			size = 1
		} else if c, ok := percentByte(text[at:end]); ok {
			size, decoded = 3, c
		}
		if size == 0 {
			at++
			continue
		}
		b.Copy(text, source.Span{Start: plain, End: at})
		b.Escape(string([]byte{decoded}), source.Span{Start: at, End: at + size})
		at += size
		plain = at
	}
	b.Copy(text, source.Span{Start: plain, End: end})
	return b.Piece(piece.Plain)
}
