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

// The encodings that are read. UTF-16 is known by its byte order mark alone.
const (
	_ Encoding = iota
	UTF8
	UTF8BOM
	UTF16LE
	UTF16BE
)

// ErrBinary says that a file's bytes are no text that could be written back
// as it was.
var ErrBinary = errors.New("not a text file")

var byteOrderMarks = []struct {
	encoding Encoding
	mark     string
}{
	{UTF8BOM, "\xEF\xBB\xBF"},
	{UTF16LE, "\xFF\xFE"},
	{UTF16BE, "\xFE\xFF"},
}

// Decode returns a file's text as UTF-8, without its byte order mark, and the
// encoding that leads back: Encode gives data again, byte for byte. A NUL, and
// UTF-16 with an odd byte or half a surrogate pair, give ErrBinary; bytes that
// are no UTF-8 are kept as they are in a file without a mark. Linear in data.
func Decode(data []byte) (text string, encoding Encoding, err error) {
	encoding = UTF8
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			encoding, data = m.encoding, data[len(m.mark):]
			break
		}
	}
	switch encoding {
	case UTF16LE:
		text, err = decodeUTF16(data, binary.LittleEndian)
	case UTF16BE:
		text, err = decodeUTF16(data, binary.BigEndian)
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

// Encode returns text as a file of encoding e holds it, with its byte order
// mark. Bytes of text that are no UTF-8 become U+FFFD in UTF-16 and stay as
// they are in UTF-8.
func (e Encoding) Encode(text string) []byte {
	var data []byte
	for _, m := range byteOrderMarks {
		if m.encoding == e {
			data = append(data, m.mark...)
		}
	}
	switch e {
	case UTF16LE:
		return appendUTF16(data, text, binary.LittleEndian)
	case UTF16BE:
		return appendUTF16(data, text, binary.BigEndian)
	}
	return append(data, text...)
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
