package redact

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// linePieces are parts of lines some of which the next line goes on with.
var linePieces = []string{
	"to https://help.kusto.windows.net/Db;AppKey=abcd;Fed=true", "https://help.kusto.windows.net;Fed=true;", "AppKey=\"a;", `cd";Fed=true`, "AppKey:", "  abcd",
	"password=-----BEGIN KEY-----", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7", "-----END KEY-----", "user=bob", "=", `{"name": "AppKey",`, ` "value": "abcd"}`,
	"export K=AppKey=abc\\", "with_aad_application_key_authentication(", "'x', 'y', 'abcd')", "", "é", "\xff\xfe", "\x00", "x y z", "\r", strings.Repeat("0123456789 ", 12),
}

// checkCopyLines compares what several goroutines write with what one does.
func checkCopyLines(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string, size int, slow bool) {
	t.Helper()
	one := stream{first: true}
	var want bytes.Buffer
	buffer := make([]byte, window)
	if rest, err := one.copy(&want, strings.NewReader(text), buffer); err != nil || one.order != 0 {
		_, _ = rest, err
		return // UTF-16 is copied by one goroutine
	}
	several := stream{first: true}
	var got bytes.Buffer
	src := io.Reader(strings.NewReader(text))
	if slow {
		src = iotest.HalfReader(src)
	}
	left, err := several.copyLines(&got, src, size)
	if err == nil {
		_, err = several.copy(&got, left, buffer)
	}
	if err != nil || got.String() != want.String() || several.masks != one.masks {
		t.Fatalf("%q by %d bytes: %v, %d masks:\n%q, want %d:\n%q", text, size, err, several.masks, got.String(), one.masks, want.String())
	}
}

func TestCopyLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom(linePieces), 0, 60).Draw(t, "lines")
		text := strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "line end"))
		checkCopyLines(t, text, rapid.IntRange(1, 200).Draw(t, "size"), rapid.Bool().Draw(t, "slow"))
	})
}

func FuzzCopyLines(f *testing.F) {
	for _, piece := range linePieces {
		f.Add(piece+"\n"+piece, 7)
	}
	f.Fuzz(func(t *testing.T, text string, size int) {
		if size < 1 || size > 1<<10 {
			t.Skip()
		}
		checkCopyLines(t, text+"\n"+text, size, false)
	})
}

// What is written shows each line as soon as it has come.
func TestLinesComeAtOnce(t *testing.T) {
	in, lines := io.Pipe()
	out, copied := io.Pipe()
	go func() { copied.CloseWithError(Copy(copied, in)) }()
	for range 3 {
		go func() { _, _ = io.WriteString(lines, "a AppKey=abcd\nb") }()
		buffer := make([]byte, 100)
		n, err := io.ReadAtLeast(out, buffer, len("a AppKey=****\n"))
		if got := string(buffer[:n]); err != nil || !strings.HasSuffix(got, "a AppKey=****\n") {
			t.Fatalf("%q, %v", got, err)
		}
	}
	_ = lines.Close()
	if rest, err := io.ReadAll(out); string(rest) != "b" || err != nil {
		t.Errorf("%q, %v", rest, err)
	}
}

// A line that comes in small pieces takes no more memory for each of them.
func TestSmallPiecesTakeLittleMemory(t *testing.T) {
	const size = 20 << 10
	text := strings.Repeat("x", size) + " AppKey=abcd\n"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := Copy(io.Discard, iotest.OneByteReader(strings.NewReader(text))); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 100*size {
		t.Errorf("%d bytes for a line of %d", took, len(text))
	}
}
