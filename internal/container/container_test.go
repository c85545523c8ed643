package container_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"kustoconn/internal/container"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// writers write a text as a row of the table reads it, behind before and in front of
// behind.
var writers = map[string]struct {
	before, behind string
	write          func(string) string
}{
	"literals with backslashes": {`{"a": "`, `", "n": 1}`, func(s string) string {
		out, _ := json.Marshal(s)
		return string(out[1 : len(out)-1])
	}},
	"literals with doubled quotes": {`1,"`, `",2`, func(s string) string { return strings.ReplaceAll(s, `"`, `""`) }},
	"literals with backticks":      {`$c = "`, `" # x`, func(s string) string { return strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$").Replace(s) }},
	"assignments of batch files":   {`@set "K=`, `"`, func(s string) string { return s }},
	"properties":                   {"k=", "", func(s string) string { return strings.NewReplacer(`\`, `\\`, "=", `\=`, ":", `\:`).Replace(s) + `\=` }},
	"words of a shell":             {`run '`, `' -v`, func(s string) string { return strings.ReplaceAll(s, "'", `'\''`) }},
	"markup": {`<a b="`, `" c="d"/>`, func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s))
		return b.String()
	}},
	"URL encoding": {"GET /?a=1&b=", "&c=d HTTP", url.QueryEscape},
	"quoted-printable": {"", "", func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			fmt.Fprintf(&b, "=%02X", s[i])
		}
		return b.String() + "=3D"
	}},
	"base64": {"data:text/plain;base64,", " x", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }},
}

// texts are what is written: pieces of connection strings and signs that containers
// write otherwise.
var texts = rapid.Custom(func(t *rapid.T) string {
	words := []string{"AppKey", "=", ";", "secret", " ", `"`, "'", `\`, "&", "<", ">", "%", "+", "é", "https://x", "-", "a1"}
	return "A" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 12, 30).Draw(t, "words"), "") + "Z"
})

// What is written is read, and its bytes lead back to those that write it.
func TestRows(t *testing.T) {
	for name, w := range writers {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := texts.Draw(t, "text")
				inside := w.write(text)
				if inside == text && (name != "assignments of batch files" || !strings.Contains(text, `"`)) {
					t.Skip("it stands for itself")
				}
				if name == "literals with doubled quotes" && strings.Contains(text, `\"`) || name == "words of a shell" && !strings.Contains(text, "'") {
					t.Skip("another row reads it")
				}
				line := w.before + inside + w.behind
				want := source.Span{Start: len(w.before), End: len(w.before) + len(inside)}
				var read []piece.Piece
				for row, p := range container.Read(line) {
					if row.Name == name {
						read = append(read, p)
					}
				}
				holds := func(p piece.Piece) bool {
					at := strings.Index(p.Text, text)
					return at >= 0 && want.Covers(p.Map.Span(source.Span{Start: at, End: at + len(text)}))
				}
				if !slices.ContainsFunc(read, holds) {
					t.Fatalf("%q is not read from %q: %+v", text, line, read)
				}
			})
		})
	}
}

// Every row has a writer.
func TestEveryRowHasAWriter(t *testing.T) {
	for _, name := range container.RowNames() {
		if _, ok := writers[name]; !ok {
			t.Errorf("%s is not written", name)
		}
	}
}

func TestUTF16(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text") + rapid.SampledFrom([]string{"", "\U0001f600", "密码"}).Draw(t, "end")
		big, mark := rapid.Bool().Draw(t, "big"), rapid.Bool().Draw(t, "mark")
		order, written := container.LittleEndian, text
		if big {
			order = container.BigEndian
		}
		if mark {
			written = "\ufeff" + text
		}
		var line []byte
		for _, u := range utf16.Encode([]rune(written)) {
			if big {
				line = append(line, byte(u>>8), byte(u))
			} else {
				line = append(line, byte(u), byte(u>>8))
			}
		}
		if got := container.OrderOf(strings.TrimPrefix(strings.TrimPrefix(string(line), "\xff\xfe"), "\xfe\xff")); got != order {
			t.Fatalf("%q: order %d, want %d", line, got, order)
		}
		if got := container.MarkedOrder(string(line)); mark != (got == order) {
			t.Fatalf("%q: marked as %d", line, got)
		}
		read, err := io.ReadAll(container.NewUTF16Reader(iotest.OneByteReader(bytes.NewReader(line)), order))
		if err != nil || string(read) != written {
			t.Fatalf("%q is read from %q: %v", read, line, err)
		}
	})
	for _, text := range []string{"", "abc", "a\x00bcdefgh", "\x00\x00\x00\x00"} {
		if got := container.OrderOf(text); got != 0 {
			t.Errorf("%q is read as UTF-16, order %d", text, got)
		}
	}
}

// Whatever bytes are read, units or not, they are written again.
func TestUTF16IsLossless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SampledFrom([]string{"a\x00", "\n\x00", "\x00\xd8", "\x00\xdc", "\xd8\x3d", "\x0a\xde", "\x2d\x4e", "\x00\x00", "\xfe\xff", "abcdefgh"})
		raw := strings.Join(rapid.SliceOf(units).Draw(t, "units"), "") + rapid.SampledFrom([]string{"", "x", "\xff"}).Draw(t, "half")
		order := rapid.SampledFrom([]container.Order{container.LittleEndian, container.BigEndian}).Draw(t, "order")
		r := container.NewUTF16Reader(iotest.OneByteReader(strings.NewReader(raw)), order)
		var out bytes.Buffer
		w := container.NewUTF16Writer(&out, order)
		buffer := make([]byte, rapid.IntRange(1, 9).Draw(t, "at a time"))
		if _, err := io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{r}, buffer); err != nil {
			t.Fatal(err)
		}
		rest := string(r.Rest())
		if got := out.String() + rest; got != raw[:min(len(raw), len(got))] || len(rest) < 24 && len(got) != len(raw) {
			t.Fatalf("%q is written as %q", raw, got)
		}
	})
}

func TestWithoutColours(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"\x1b[1;32mApp\x1b[0mKey\x1b[36m=\x1b[0mx", "AppKey=x"},
		{"\x1b]0;title\x07a\x1b(Bb\u009b1mc", "abc"},
		{"a\x1b", "a"},
	} {
		if p, ok := container.WithoutColours(tt.text); !ok || p.Text != tt.want {
			t.Errorf("%q reads as %q, want %q", tt.text, p.Text, tt.want)
		}
	}
	if _, ok := container.WithoutColours("plain"); ok {
		t.Error("a plain line has no colours")
	}
}

func TestGoesOn(t *testing.T) {
	for line, want := range map[string]bool{
		"AppKey=3Dabc=\n": true, "AppKey=3Dabc=\r\n": true, "AppKey=3Dabc=": false, "AppKey=abc=\n": false,
		strings.Repeat("x", 75) + "=\n": true, strings.Repeat("x", 80) + "=\n": false, strings.Repeat("x", 70) + "==\n": false,
		strings.Repeat("x", 70) + ";****;b=\n": false, strings.Repeat("x", 90) + ";a=3D****;b=\n": true,
	} {
		if got := container.GoesOn(line); got != want {
			t.Errorf("%q: %t, want %t", line, got, want)
		}
	}
}

// Where MayRead says no, nothing is read.
func FuzzMayRead(f *testing.F) {
	for _, text := range []string{"a", `"a"`, "'a'", `a\;b`, "<a>b</a>", "a%3Db", "a=3Db", "&amp;", "base64 QXBwS2V5PVpxN1l3OUt4OyA", "Basic QXBwS2V5PVpxN1l3OUt4OyA", "b64:QXBwS2V5PVpxN1l3OUt4OyA"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if container.MayRead(text) {
			return
		}
		for row, p := range container.Read(text) {
			t.Fatalf("%q: %s reads %q", text, row.Name, p.Text)
		}
	})
}

// Where MayColour says no, there are no colours.
func FuzzMayColour(f *testing.F) {
	for _, text := range []string{"a", "\x1b[1ma", "#033[1ma", "\u009b1ma", "^[[Ka", "a[1]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, ok := container.WithoutColours(text); ok && !container.MayColour(text) {
			t.Fatalf("%q without colours is %q", text, p.Text)
		}
	})
}
