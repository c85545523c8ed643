package container_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"kustoconn/internal/container"
)

// The rows of the table, and what a reader of its pieces is told of each.
func TestRowsSayWhatEndsAPiece(t *testing.T) {
	want := []container.Row{
		{Name: "literals with backslashes", Delimited: true}, {Name: "literals with doubled quotes", Delimited: true}, {Name: "words of a shell", Delimited: true, Words: true},
		{Name: "markup", Delimited: true}, {Name: "URL encoding"}, {Name: "quoted-printable"}, {Name: "base64", Delimited: true, Words: true},
	}
	var got []container.Row
	for row := range container.Read(`"a" "b""c" 'd'"'"'e' <f>g</f> h%41 i=3D base64 QUJDREVGR0hJSktM`) {
		if len(got) == 0 || got[len(got)-1].Name != row.Name {
			got = append(got, container.Row{Name: row.Name, Delimited: row.Delimited, Words: row.Words})
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i, row := range got {
		if row.Name != want[i].Name || row.Delimited != want[i].Delimited || row.Words != want[i].Words {
			t.Errorf("row %s, delimited %t, words %t", row.Name, row.Delimited, row.Words)
		}
	}
}

// wide writes each byte of text as a unit of UTF-16.
func wide(text string, order container.Order) string {
	var b strings.Builder
	for i := range len(text) {
		if order == container.BigEndian {
			b.WriteByte(0)
		}
		b.WriteByte(text[i])
		if order == container.LittleEndian {
			b.WriteByte(0)
		}
	}
	return b.String()
}

// Which starts of lines are UTF-16: at least two zeros, one in four units of the Latin
// alphabet, an eighth of them at the other places, no run of ASCII before.
func TestOrderOf(t *testing.T) {
	const le, be = container.LittleEndian, container.BigEndian
	for _, tt := range []struct {
		text string
		want container.Order
	}{
		{"", 0}, {"ab", 0}, {"a\x00", 0}, {"a\x00b\x00", le}, {"\x00a\x00b", be}, {"a\x00b\x00c", le}, {"\x00a\x00b\x00", be}, {"\x00\x00", 0}, {"a\x00\x00b", 0},
		{wide("12345678", le), le}, {wide("1234567", le) + "\x00\x00", le}, {wide("123456", le) + "\x00\x00", 0}, {wide("1234567", be) + "\x00\x00", be}, {wide("123456", be) + "\x00\x00", 0},
		{wide("123456789", le) + "\x00a", le}, {wide("12345678", le) + "\x00a", le}, {wide("1234567", le) + "\x00a", 0},
		{wide("123456789", be) + "a\x00", be}, {wide("12345678", be) + "a\x00", be}, {wide("1234567", be) + "a\x00", 0},
		{wide("12", le) + strings.Repeat("\xff\xfe", 6), le}, {wide("12", le) + strings.Repeat("\xff\xfe", 7), 0}, {wide("12", be) + strings.Repeat("\xff\xfe", 6) + "x", 0},
		{strings.Repeat("x", 23) + "\x00" + wide(strings.Repeat("y", 100), be), be}, {strings.Repeat("x", 24) + wide(strings.Repeat("y", 100), le), 0},
		{"\x00a\x00b" + strings.Repeat("x", 30), 0}, {wide("abc", le) + strings.Repeat("x", 12), le}, {wide("abc", le) + strings.Repeat("xy", 10), 0},
		{wide(strings.Repeat("y", 1024), le) + strings.Repeat("\xff\xfe", 1024) + strings.Repeat("\xff\xfe", 5000), le},
		{wide(strings.Repeat("y", 512), le) + strings.Repeat("\xff\xfe", 1536) + strings.Repeat("\x00\x00", 50), le}, // what is behind 4 KiB is not looked at
		{wide(strings.Repeat("y", 511), le) + strings.Repeat("\xff\xfe", 1537) + wide(strings.Repeat("y", 5000), le), 0},
	} {
		if got := container.OrderOf(tt.text); got != tt.want {
			t.Errorf("%.60q, %d bytes: order %d, want %d", tt.text, len(tt.text), got, tt.want)
		}
	}
	for text, want := range map[string]container.Order{"\xff\xfe": le, "\xfe\xff": be, "\xff": 0, "\xfe": 0, "": 0, "\xff\xff": 0, "a\xff\xfe": 0, "\xff\xfea\x00": le} {
		if got := container.MarkedOrder(text); got != want {
			t.Errorf("%q is marked as %d, want %d", text, got, want)
		}
	}
}

// What is read of bytes, and what is left, however many come at a time.
func TestUTF16Reader(t *testing.T) {
	const run = "twenty-four bytes, ASCII" // as units, signs that nobody writes
	for _, tt := range []struct {
		raw   string
		order container.Order
		want  string
		rest  string
	}{
		{"", container.LittleEndian, "", ""},
		{"a\x00", container.LittleEndian, "a", ""}, {"\x00a", container.BigEndian, "a", ""}, {"a\x00b", container.LittleEndian, "a", "b"}, {"\x00a\x00", container.BigEndian, "a", "\x00"},
		{"\x2d\x4e\x87\x65", container.LittleEndian, "中文", ""}, {"\x4e\x2d\x65\x87", container.BigEndian, "中文", ""},
		{"\x3d\xd8\x00\xde", container.LittleEndian, "😀", ""}, {"\xd8\x3d\xde\x00", container.BigEndian, "😀", ""}, {"\x3d\xd8\x00\xdea\x00", container.LittleEndian, "😀a", ""},
		{"\x3d\xd8", container.LittleEndian, "\xed\xa0\xbd", ""}, {"\x3d\xd8a\x00", container.LittleEndian, "\xed\xa0\xbda", ""}, {"\x00\xdea\x00", container.LittleEndian, "\xed\xb8\x80a", ""},
		{"\x3d\xd8\x3d\xd8\x00\xde", container.LittleEndian, "\xed\xa0\xbd😀", ""}, {"\x3d\xd8\x00", container.LittleEndian, "\xed\xa0\xbd", "\x00"},
		{"a\x00" + run, container.LittleEndian, "a", run}, {"a\x00" + run + "more", container.LittleEndian, "a", run + "more"}, {run, container.BigEndian, "", run},
		{"a\x00" + run[1:], container.LittleEndian, "a敷瑮\u2d79潦牵戠瑹獥\u202c十䥃", "I"},
	} {
		for name, src := range map[string]func() io.Reader{
			"whole": func() io.Reader { return strings.NewReader(tt.raw) }, "byte by byte": func() io.Reader { return iotest.OneByteReader(strings.NewReader(tt.raw)) },
			"in halves": func() io.Reader { return iotest.HalfReader(strings.NewReader(tt.raw)) }, "with its end": func() io.Reader { return iotest.DataErrReader(strings.NewReader(tt.raw)) },
		} {
			r := container.NewUTF16Reader(src(), tt.order)
			got, err := io.ReadAll(iotest.OneByteReader(r))
			rest := string(r.Rest())
			if string(got) != tt.want || err != nil || !strings.HasPrefix(tt.rest, rest) || name != "byte by byte" && name != "in halves" && rest != tt.rest {
				t.Errorf("%q, %s: %q, %v, rest %q, want %q, rest %q", tt.raw, name, got, err, rest, tt.want, tt.rest)
			}
		}
	}
	broken := errors.New("broken")
	r := container.NewUTF16Reader(io.MultiReader(strings.NewReader("a\x00b\x00"), iotest.ErrReader(broken)), container.LittleEndian)
	got, err := io.ReadAll(r)
	if string(got) != "ab" || !errors.Is(err, broken) {
		t.Errorf("%q, %v", got, err)
	}
	if n, err := r.Read(nil); n != 0 || err != nil {
		t.Errorf("nothing read: %d, %v", n, err)
	}
	if n, err := r.Read(make([]byte, 1)); n != 0 || !errors.Is(err, broken) {
		t.Errorf("at the end: %d, %v", n, err)
	}
}

// A run of ASCII that ends in a line end, a tab, or at the borders of ASCII ends UTF-16; one
// with another control character or letter does not.
func TestASCIIEndsUTF16(t *testing.T) {
	for c, ends := range map[byte]bool{'\t': true, '\n': true, '\r': true, ' ': true, '~': true, 0x7f: false, 0x1f: false, 0x0b: false, 0x80: false, 0x08: false, 0x0c: false, 0x0e: false} {
		raw := string(c) + strings.Repeat("x", 23)
		r := container.NewUTF16Reader(strings.NewReader(raw), container.LittleEndian)
		if got, err := io.ReadAll(r); err != nil || (len(got) == 0) != ends {
			t.Errorf("%q: %q, %v", raw, got, err)
		}
	}
}

// What is written of letters in whatever parts, and the error of the writer behind.
func TestUTF16Writer(t *testing.T) {
	for _, tt := range []struct {
		parts []string
		want  string // of little endian
	}{
		{[]string{""}, ""}, {[]string{"a"}, "a\x00"}, {[]string{"é"}, "\xe9\x00"}, {[]string{"\xc3", "\xa9"}, "\xe9\x00"}, {[]string{"中"}, "\x2d\x4e"}, {[]string{"\xe4", "\xb8", "\xada"}, "\x2d\x4ea\x00"},
		{[]string{"😀b"}, "\x3d\xd8\x00\xdeb\x00"}, {[]string{"\xf0\x9f", "\x98\x80"}, "\x3d\xd8\x00\xde"}, {[]string{"\xf0\x9f\x98", "\x80"}, "\x3d\xd8\x00\xde"},
		{[]string{"\xed\xa0\xbd"}, "\x3d\xd8"}, {[]string{"\xed", "\xa0", "\xbd"}, "\x3d\xd8"}, {[]string{"\xed\xa0", "\xbda"}, "\x3d\xd8a\x00"}, {[]string{"\xed\xb8\x80"}, "\x00\xde"}, {[]string{"\xed\x9f\xbf"}, "\xff\xd7"}, {[]string{"\xed\xbf\xbf"}, "\xff\xdf"},
		{[]string{"\xff"}, "\xfd\xff"}, {[]string{"\xe4a"}, "\xfd\xffa\x00"}, {[]string{"a\xed"}, "a\x00"},
	} {
		for _, order := range []container.Order{container.LittleEndian, container.BigEndian} {
			var out bytes.Buffer
			w := container.NewUTF16Writer(&out, order)
			for _, part := range tt.parts {
				if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
					t.Errorf("%q: %d, %v", part, n, err)
				}
			}
			want := tt.want
			if order == container.BigEndian {
				swapped := []byte(want)
				for i := 0; i < len(swapped); i += 2 {
					swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
				}
				want = string(swapped)
			}
			if out.String() != want {
				t.Errorf("%q is written as %q, want %q", tt.parts, out.String(), want)
			}
		}
	}
	full := errors.New("full")
	if _, err := container.NewUTF16Writer(failing{full}, container.LittleEndian).Write([]byte("a")); !errors.Is(err, full) {
		t.Errorf("the error of the writer behind: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
