package redact_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"
	"testing"

	"kustoconn/redact"
)

const secretLine = "to https://c.kusto.windows.net;Fed=true;AppKey=Zq7Yw9Kx"

// A line is written before Write returns: a program may end right after.
func TestAWriterWritesLinesAtOnce(t *testing.T) {
	var out bytes.Buffer
	w := redact.NewWriter(&out)
	defer w.Close()
	logger := log.New(w, "", 0)
	for i := range 3 {
		logger.Print(secretLine)
		if got := strings.Count(out.String(), "AppKey=****\n"); got != i+1 {
			t.Fatalf("%d lines after %d: %q", got, i+1, out.String())
		}
	}
	fmt.Fprint(w, secretLine)
	if got := strings.Count(out.String(), "\n"); got != 3 || strings.Contains(out.String(), "Zq7") {
		t.Errorf("a line that has not ended is written: %q", out.String())
	}
	if err := w.Close(); err != nil || !strings.HasSuffix(out.String(), "AppKey=****") {
		t.Errorf("%v, %q", err, out.String())
	}
	if n, err := fmt.Fprint(w, "x"); n != 0 || err == nil {
		t.Errorf("what is closed takes %d bytes, %v", n, err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestAWriterIsSafeForConcurrentUse(t *testing.T) {
	var out bytes.Buffer
	w := redact.NewWriter(&out)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				fmt.Fprintln(w, secretLine)
			}
		})
	}
	all.Wait()
	if err := w.Close(); err != nil || strings.Count(out.String(), "\n") != 400 || strings.Contains(out.String(), "Zq7") {
		t.Errorf("%v, %d lines", err, strings.Count(out.String(), "\n"))
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestAWritersErrorStays(t *testing.T) {
	w := redact.NewWriter(failing{io.ErrShortWrite})
	for range 2 {
		if n, err := fmt.Fprintln(w, "x"); n != 0 || !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%d, %v", n, err)
		}
	}
	if err := w.Close(); !errors.Is(err, io.ErrShortWrite) {
		t.Error(err)
	}
}
