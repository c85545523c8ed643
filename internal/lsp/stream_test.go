package lsp

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestReadFrame(t *testing.T) {
	for _, row := range []struct{ frame, body, rest string }{
		{"Content-Length: 2\r\n\r\n{}", "{}", ""},
		{"content-length:2\n\n{}x", "{}", "x"},
		{"Content-Type: a\r\nContent-Length: 0\r\n\r\n", "", ""},
	} {
		r := bufio.NewReaderSize(strings.NewReader(row.frame), 8<<10)
		body, err := readFrame(r)
		rest, _ := io.ReadAll(r)
		if err != nil || string(body) != row.body || string(rest) != row.rest {
			t.Errorf("%q: %q, %v, rest %q", row.frame, body, err, rest)
		}
	}
	for _, frame := range []string{
		"\r\n\r\n{}", "Content-Length: 3\r\n\r\n{}", "Content-Length: -1\r\n\r\n", "Content-Length: 67108865\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
		"Content-Length: 1\r\nContent-Length: 1\r\n\r\n1", "Content-Length\r\n\r\n", "Content-Length: 1", "x: " + strings.Repeat("a", 5000) + "\r\n\r\n",
		strings.Repeat("a:b\r\n", 2000) + "\r\n", "Content-Length: 0x2\r\n\r\n{}",
	} {
		if body, err := readFrame(bufio.NewReaderSize(strings.NewReader(frame), 8<<10)); err != errFrame {
			t.Errorf("%.40q: %q, %v", frame, body, err)
		}
	}
	if _, err := readFrame(bufio.NewReader(strings.NewReader(""))); err != io.EOF {
		t.Error(err)
	}
}

// endless is a stream of zeros.
type endless struct{}

func (endless) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A message that is too long is refused unread.
func TestLongFrame(t *testing.T) {
	r := bufio.NewReader(io.MultiReader(strings.NewReader("Content-Length: 67108865\r\n\r\n"), endless{}))
	if body, err := readFrame(r); err != errFrame {
		t.Errorf("%d bytes, %v", len(body), err)
	}
}

// What is written is read back, whatever stands behind it; what is no frame is an error
// and no panic.
func FuzzFrame(f *testing.F) {
	f.Add([]byte("Content-Length: 2\r\n\r\n{}"))
	f.Add([]byte("a:b\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := readFrame(bufio.NewReader(bytes.NewReader(data))); err != nil && err != io.EOF && err != errFrame {
			t.Error(err)
		}
		var out bytes.Buffer
		if err := writeFrame(&out, data); err != nil {
			t.Fatal(err)
		}
		out.WriteString("rest")
		r := bufio.NewReader(&out)
		body, err := readFrame(r)
		if rest, _ := io.ReadAll(r); err != nil || !bytes.Equal(body, data) || string(rest) != "rest" {
			t.Errorf("%q, %v, rest %q", body, err, rest)
		}
	})
}

var units = []encoding{utf8Units, utf16Units, utf32Units}

// FuzzEdits: a text after incremental changes is the whole text with the same bytes
// changed, in each encoding; a position is that of the byte it was made from.
func FuzzEdits(f *testing.F) {
	f.Add([]byte("seed"))
	f.Fuzz(rapid.MakeFuzz(editsLaw))
}

func TestEdits(t *testing.T) { rapid.Check(t, editsLaw) }

func editsLaw(t *rapid.T) {
	texts := rapid.StringOf(rapid.SampledFrom([]rune("ab\r\n\t é€\U0001F600\u2028\x00")))
	unit := rapid.SampledFrom(units).Draw(t, "unit")
	whole := texts.Draw(t, "text")
	l := newLines(whole, unit)
	first, all := l, []contentChange(nil)
	for range rapid.IntRange(0, 4).Draw(t, "changes") {
		offsets := offsetsOf(whole)
		start := rapid.IntRange(0, len(offsets)-1).Draw(t, "start")
		end := rapid.IntRange(start, len(offsets)-1).Draw(t, "end")
		from, to, with := offsets[start], offsets[end], texts.Draw(t, "with")
		at := textRange{l.position(from), l.position(to)}
		if l.offset(at.Start) != from || l.offset(at.End) != to {
			t.Fatalf("%q %s: %v is %d-%d, not %d-%d", whole, unit, at, l.offset(at.Start), l.offset(at.End), from, to)
		}
		whole = whole[:from] + with + whole[to:]
		all = append(all, contentChange{Range: &at, Text: with})
		l = l.changed(all[len(all)-1:])
		if l.text != whole {
			t.Fatalf("%q, want %q", l.text, whole)
		}
	}
	if together := first.changed(all); together.text != whole {
		t.Fatalf("all at once: %q, want %q", together.text, whole)
	}
	if other := l.changed([]contentChange{{Text: "x"}, {Text: whole}}); other.text != whole {
		t.Fatalf("%q, want %q", other.text, whole)
	}
}

// TestManyChanges: an editor replaces a word on every line, from the first to the last or
// back, in one message.
func TestManyChanges(t *testing.T) {
	const lines = 30_000
	text := strings.Repeat("a word\n", lines)
	want := strings.Repeat("a\nlonger word\n", lines)
	for name, line := range map[string]func(i int) int{"down": func(i int) int { return 2 * i }, "up": func(i int) int { return lines - 1 - i }} {
		var changes []contentChange
		for i := range lines {
			at := position{line(i), 1}
			changes = append(changes, contentChange{&textRange{at, at}, "\nlonger"})
		}
		start := time.Now()
		if got := newLines(text, utf16Units).changed(changes); got.text != want {
			t.Errorf("%s: another text", name)
		}
		if took := time.Since(start); took > time.Second { // a pass for each takes minutes
			t.Errorf("%s: %v", name, took)
		}
	}
}

// Ranges whose ends are nowhere, or in the wrong order.
func TestRangesOutside(t *testing.T) {
	for _, row := range []struct {
		from, to position
		want     string
	}{
		{position{-1, 9}, position{0, 1}, "xb\ncd"}, {position{1, 9}, position{7, 0}, "ab\ncdx"}, {position{9, 0}, position{9, 9}, "ab\ncdx"},
		{position{1, 1}, position{0, 2}, "ab\ncxd"}, {position{1, 1}, position{1, 0}, "ab\ncxd"}, {position{0, 9}, position{1, 0}, "abxcd"},
		{position{1, 0}, position{-1, -1}, "ab\nxcd"}, {position{-2, 0}, position{-1, 0}, "xab\ncd"},
	} {
		if got := newLines("ab\ncd", utf16Units).changed([]contentChange{{&textRange{row.from, row.to}, "x"}}); got.text != row.want {
			t.Errorf("%v to %v: %q, want %q", row.from, row.to, got.text, row.want)
		}
	}
}

// offsetsOf are the places between characters that a position can name: not the one
// inside of CR LF.
func offsetsOf(text string) (all []int) {
	for i := range text {
		if i == 0 || text[i-1:i+1] != "\r\n" {
			all = append(all, i)
		}
	}
	return append(all, len(text))
}

// A position that is nowhere is the nearest that is somewhere.
func TestPositionsOutside(t *testing.T) {
	l := newLines("a\U0001F600b\rcd\r\n", utf16Units)
	for _, row := range []struct {
		p    position
		want int
	}{
		{position{0, 2}, 1}, {position{0, 3}, 5}, {position{0, 99}, 6}, {position{0, -1}, 0}, {position{-1, 5}, 0},
		{position{1, 2}, 9}, {position{1, 3}, 9}, {position{2, 0}, 11}, {position{2, 7}, 11}, {position{9, 0}, 11},
	} {
		if got := l.offset(row.p); got != row.want {
			t.Errorf("%v: %d, want %d", row.p, got, row.want)
		}
	}
}
