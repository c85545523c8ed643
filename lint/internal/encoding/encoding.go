// Package encoding reads the bytes of a file as text and writes them back as they
// were.
package encoding

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Encoding is how a file writes its characters. The zero Encoding is invalid.
type Encoding int

// The encodings that are read. UTF-16 and UTF-32 have a byte order mark, or are told
// by their zero bytes; Windows-1252 is what holds bytes that are no UTF-8.
const (
	_ Encoding = iota
	UTF8
	UTF8BOM
	UTF16LE
	UTF16BE
	UTF16LEUnmarked
	UTF16BEUnmarked
	UTF32LE
	UTF32BE
	UTF32LEUnmarked
	UTF32BEUnmarked
	Windows1252
)

// ErrBinary says that a file's bytes are no text that could be written back
// as it was.
var ErrBinary = errors.New("not a text file")

// byteOrderMarks are in the order in which they are looked for: that of UTF-32
// begins as that of UTF-16.
var byteOrderMarks = []struct {
	encoding Encoding
	mark     string
}{
	{UTF8BOM, "\xEF\xBB\xBF"},
	{UTF32LE, "\xFF\xFE\x00\x00"},
	{UTF32BE, "\x00\x00\xFE\xFF"},
	{UTF16LE, "\xFF\xFE"},
	{UTF16BE, "\xFE\xFF"},
}

// mark returns the byte order mark that a file of the encoding has.
func (e Encoding) mark() string {
	for _, m := range byteOrderMarks {
		if m.encoding == e {
			return m.mark
		}
	}
	return ""
}

// Of returns the encoding of a file from its mark or its zero bytes, or 0 where it is
// binary. Without either that is UTF8, which Decode may find to be Windows1252. It
// costs a search for a zero byte.
func Of(data []byte) Encoding {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.encoding
		}
	}
	if bytes.IndexByte(data, 0) < 0 {
		return UTF8
	}
	return unmarked(data)
}

// unmarked tells the encoding of a file with zero bytes by where those stand in
// its start: most characters of a text are ASCII.
func unmarked(data []byte) Encoding {
	const sample, period = 256, 4
	start := data[:min(len(data), sample)&^(period-1)]
	if len(start) == 0 {
		start = data
	}
	var zeros [period]int // by the offset in a group of four
	for i, c := range start {
		if c == 0 {
			zeros[i%period]++
		}
	}
	groups := (len(start) + period - 1) / period
	isZero := func(places ...int) bool { // in half of the groups at these places, in few at others
		want := [period]bool{}
		for _, p := range places {
			want[p] = true
		}
		for p, n := range zeros {
			if want[p] && 2*n < groups && len(start) > p || !want[p] && 8*n > groups {
				return false
			}
		}
		return true
	}
	switch {
	case len(data)%4 == 0 && isZero(1, 2, 3):
		return UTF32LEUnmarked
	case len(data)%4 == 0 && isZero(0, 1, 2):
		return UTF32BEUnmarked
	case len(data)%2 == 0 && isZero(1, 3):
		return UTF16LEUnmarked
	case len(data)%2 == 0 && isZero(0, 2):
		return UTF16BEUnmarked
	}
	return 0
}

// Decode returns a file's text as UTF-8, without its byte order mark, and the
// encoding that leads back: Encode gives data again, byte for byte. What is binary, and
// UTF-16 or UTF-32 that is not well-formed, give ErrBinary. A file without a mark
// that holds bytes that are no UTF-8, and nothing beyond ASCII that is, is read as
// Windows1252 where that has a character for each; else such bytes are kept as they
// are. Linear in data.
func Decode(data []byte) (text string, encoding Encoding, err error) {
	encoding = Of(data)
	data = data[len(encoding.mark()):]
	switch encoding {
	case 0:
		return "", 0, ErrBinary
	case UTF16LE, UTF16LEUnmarked:
		text, err = decodeUTF16(data, binary.LittleEndian)
	case UTF16BE, UTF16BEUnmarked:
		text, err = decodeUTF16(data, binary.BigEndian)
	case UTF32LE, UTF32LEUnmarked:
		text, err = decodeUTF32(data, binary.LittleEndian)
	case UTF32BE, UTF32BEUnmarked:
		text, err = decodeUTF32(data, binary.BigEndian)
	case UTF8:
		if isWindows1252(data) {
			return decodeWindows1252(data), Windows1252, nil
		}
		text = string(data)
	default:
		text = string(data)
	}
	if err == nil && strings.IndexByte(text, 0) >= 0 {
		err = ErrBinary
	}
	if err != nil {
		return "", 0, err
	}
	return text, encoding, nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", ErrBinary
	}
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			i += 2
			if i >= len(data) {
				return "", ErrBinary
			}
			r = utf16.DecodeRune(r, rune(order.Uint16(data[i:])))
			if r == utf8.RuneError {
				return "", ErrBinary
			}
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

func decodeUTF32(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%4 != 0 {
		return "", ErrBinary
	}
	var b strings.Builder
	b.Grow(len(data) / 4)
	for i := 0; i < len(data); i += 4 {
		v := order.Uint32(data[i:])
		if v > utf8.MaxRune || !utf8.ValidRune(rune(v)) {
			return "", ErrBinary
		}
		b.WriteRune(rune(v))
	}
	return b.String(), nil
}

// Encode returns text as a file of encoding e holds it, with its byte order
// mark; ok is false where the encoding has no way to write it. Bytes that are no UTF-8
// stay as they are in UTF-8.
func (e Encoding) Encode(text string) (data []byte, ok bool) {
	data = []byte(e.mark())
	switch e {
	case UTF16LE, UTF16LEUnmarked:
		return appendUTF16(data, text, binary.LittleEndian), utf8.ValidString(text)
	case UTF16BE, UTF16BEUnmarked:
		return appendUTF16(data, text, binary.BigEndian), utf8.ValidString(text)
	case UTF32LE, UTF32LEUnmarked:
		return appendUTF32(data, text, binary.LittleEndian), utf8.ValidString(text)
	case UTF32BE, UTF32BEUnmarked:
		return appendUTF32(data, text, binary.BigEndian), utf8.ValidString(text)
	case Windows1252:
		return appendWindows1252(data, text)
	}
	return append(data, text...), true
}

func appendUTF32(data []byte, text string, order binary.AppendByteOrder) []byte {
	for _, r := range text {
		data = order.AppendUint32(data, uint32(r))
	}
	return data
}

func appendUTF16(data []byte, text string, order binary.AppendByteOrder) []byte {
	for _, r := range text {
		if r > 0xFFFF {
			high, low := utf16.EncodeRune(r)
			data = order.AppendUint16(data, uint16(high))
			data = order.AppendUint16(data, uint16(low))
			continue
		}
		data = order.AppendUint16(data, uint16(r))
	}
	return data
}
