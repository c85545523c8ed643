package encoding

import (
	"bytes"
	"errors"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, data, text string
		encoding         Encoding
		err              error
	}{
		{"UTF-8", "é=x", "é=x", UTF8, nil},
		{"empty", "", "", UTF8, nil},
		{"UTF-8 with a mark", "\xEF\xBB\xBFx", "x", UTF8BOM, nil},
		{"UTF-16 LE", "\xFF\xFEx\x00=\x00\xe9\x00", "x=é", UTF16LE, nil},
		{"UTF-16 BE", "\xFE\xFF\x00x\xd8\x3d\xde\x00", "x😀", UTF16BE, nil},
		{"bytes that are no UTF-8", "a\xffb", "a\xffb", UTF8, nil},
		{"NUL", "a\x00b", "", 0, ErrBinary},
		{"UTF-16 with an odd byte", "\xFF\xFEx", "", 0, ErrBinary},
		{"UTF-16 with half a pair", "\xFF\xFE\x3d\xd8x\x00", "", 0, ErrBinary},
		{"UTF-16 that ends in half a pair", "\xFF\xFE\x3d\xd8", "", 0, ErrBinary},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, encoding, err := Decode([]byte(c.data))
			if text != c.text || encoding != c.encoding || !errors.Is(err, c.err) {
				t.Fatalf("got %q, %d, %v", text, encoding, err)
			}
			if err == nil && string(encoding.Encode(text)) != c.data {
				t.Errorf("written back as %q", encoding.Encode(text))
			}
		})
	}
}

func checkEncoding(t interface{ Fatalf(string, ...any) }, data []byte) {
	text, encoding, err := Decode(data)
	if err == nil && !bytes.Equal(encoding.Encode(text), data) {
		t.Fatalf("%q is written back as %q", data, encoding.Encode(text))
	}
	if err == nil && (encoding == UTF16LE || encoding == UTF16BE) && !utf8.ValidString(text) {
		t.Fatalf("%q gives %q", data, text)
	}
}

func TestEncodingLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom([]string{"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}).Draw(t, "mark")
		checkEncoding(t, append([]byte(mark), rapid.SliceOf(rapid.Byte()).Draw(t, "data")...))
	})
}

func FuzzEncoding(f *testing.F) {
	f.Add([]byte("\xFF\xFEx\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkEncoding(t, data) })
}
