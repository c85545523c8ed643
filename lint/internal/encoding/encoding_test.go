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
		{"bytes that are no UTF-8 beside some that are", "é\xffb", "é\xffb", UTF8, nil},
		{"bytes that are no UTF-8 beside control characters", "a\x01\xffb", "a\x01\xffb", UTF8, nil},
		{"bytes that are in no code page", "a\x81\xffb", "a\x81\xffb", UTF8, nil},
		{"Windows-1252", "Gr\xf6\xdfe\x80", "Größe€", Windows1252, nil},
		{"UTF-32 LE", "\xFF\xFE\x00\x00x\x00\x00\x00\x00\xf6\x01\x00", "x😀", UTF32LE, nil},
		{"UTF-32 BE", "\x00\x00\xFE\xFF\x00\x00\x00x", "x", UTF32BE, nil},
		{"UTF-16 LE without a mark", "k\x00=\x00\xe9\x00b\x00\x0d\x00\x0a\x00", "k=éb\r\n", UTF16LEUnmarked, nil},
		{"UTF-16 BE without a mark", "\x00k\x00=", "k=", UTF16BEUnmarked, nil},
		{"UTF-32 LE without a mark", "k\x00\x00\x00=\x00\x00\x00", "k=", UTF32LEUnmarked, nil},
		{"UTF-32 BE without a mark", "\x00\x00\x00k\x00\x00\x00=", "k=", UTF32BEUnmarked, nil},
		{"UTF-32 beyond Unicode", "\xFF\xFE\x00\x00x\x00\x00\x01", "", 0, ErrBinary},
		{"UTF-32 with an odd byte", "\xFF\xFE\x00\x00x\x00\x00", "", 0, ErrBinary},
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
			if back, ok := encoding.Encode(text); err == nil && (string(back) != c.data || !ok) {
				t.Errorf("written back as %q, %t", back, ok)
			}
		})
	}
}

func checkEncoding(t interface{ Fatalf(string, ...any) }, data []byte) {
	text, encoding, err := Decode(data)
	if err != nil {
		return
	}
	if back, ok := encoding.Encode(text); !bytes.Equal(back, data) || !ok {
		t.Fatalf("%q is written back as %q, %t", data, back, ok)
	}
	if encoding != UTF8 && encoding != UTF8BOM && !utf8.ValidString(text) {
		t.Fatalf("%q gives %q", data, text)
	}
}

func TestEncodingLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom([]string{"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xFF\xFE\x00\x00", "\x00\x00\xFE\xFF"}).Draw(t, "mark")
		checkEncoding(t, append([]byte(mark), rapid.SliceOf(rapid.Byte()).Draw(t, "data")...))
	})
}

func FuzzEncoding(f *testing.F) {
	f.Add([]byte("\xFF\xFEx\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkEncoding(t, data) })
}

// TestUnwritable holds that what an encoding cannot write is refused.
func TestUnwritable(t *testing.T) {
	for _, c := range []struct {
		encoding Encoding
		text     string
	}{{Windows1252, "語"}, {Windows1252, "\u0081"}, {UTF16LE, "\xff"}, {UTF32BEUnmarked, "a\xff"}} {
		if data, ok := c.encoding.Encode(c.text); ok {
			t.Errorf("%q is written as %q", c.text, data)
		}
	}
}
