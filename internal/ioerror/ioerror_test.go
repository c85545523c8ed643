package ioerror_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kustoconn/internal/ioerror"
)

const secret = "hidden=S3cret"

// failures are what the standard library says of files called after a secret.
func failures(t *testing.T) map[ioerror.Reason]error {
	dir := t.TempDir()
	file := filepath.Join(dir, secret)
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, notFound := os.Open(filepath.Join(dir, secret+"2"))
	_, notDirectory := os.ReadDir(filepath.Join(file, "x"))
	_, isDirectory := os.ReadFile(dir)
	_, badName := os.Open(file + "\x00")
	_, exists := os.OpenFile(file, os.O_CREATE|os.O_EXCL, 0o644)
	_, tooLong := os.Open(filepath.Join(dir, strings.Repeat(secret, 500)))
	return map[ioerror.Reason]error{
		ioerror.NotFound: notFound, ioerror.NotDirectory: notDirectory, ioerror.IsDirectory: isDirectory, ioerror.BadName: badName,
		ioerror.Exists: exists, ioerror.NameTooLong: tooLong,
		ioerror.Denied:     &fs.PathError{Op: "open", Path: secret, Err: syscall.EACCES},
		ioerror.BrokenPipe: fmt.Errorf("%s: %w", secret, io.ErrClosedPipe),
		ioerror.HardLinks:  fmt.Errorf("%s: %w", secret, ioerror.HardLinks),
		ioerror.Other:      errors.New(secret),
	}
}

// No error repeats what the system says, which names the file.
func TestErrorKnowsTheReasonAlone(t *testing.T) {
	for reason, cause := range failures(t) {
		if cause == nil {
			t.Errorf("%v: no error to try", reason)
			continue
		}
		err := ioerror.New(ioerror.Reading, "argument 2", cause)
		if want := "reading argument 2: " + reason.String(); err.Error() != want {
			t.Errorf("%v: %q, want %q", cause, err, want)
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%q"} {
			if text := fmt.Sprintf(verb, err); strings.Contains(text, "S3cret") {
				t.Errorf("%s prints %s", verb, text)
			}
		}
		again := fmt.Errorf("configuration: %w", err)
		if got := ioerror.ReasonOf(again); got != reason {
			t.Errorf("wrapped, %v has the reason %v", reason, got)
		}
	}
}

func TestErrorIsWhatTheStandardLibraryCallsIt(t *testing.T) {
	for _, target := range []error{fs.ErrNotExist, fs.ErrPermission, syscall.EPIPE, io.ErrClosedPipe} {
		err := ioerror.New(ioerror.Writing, "the output", &fs.PathError{Op: "write", Path: secret, Err: target})
		for _, other := range []error{fs.ErrNotExist, fs.ErrPermission, io.EOF} {
			if got, want := errors.Is(err, other), target == other; got != want {
				t.Errorf("errors.Is(%v, %v) = %v", err, other, got)
			}
		}
		if !errors.Is(err, target) {
			t.Errorf("%v is not %v", err, target)
		}
	}
	if err := ioerror.New(ioerror.Reading, "x", nil); err != nil || ioerror.ReasonOf(nil) != 0 {
		t.Errorf("of no error: %v", err)
	}
}

// Every reason has words of its own.
func TestReasonsDiffer(t *testing.T) {
	seen := map[string]bool{"": true}
	for r := ioerror.NoCommand; r <= ioerror.Other; r++ {
		if seen[r.String()] {
			t.Errorf("reason %d: %q once more", r, r)
		}
		seen[r.String()] = true
	}
	for _, none := range []ioerror.Reason{0, -1, ioerror.Other + 1} {
		if none.String() != "" || (&ioerror.Error{Reason: none}).Is(fs.ErrNotExist) {
			t.Errorf("reason %d: %q", none, none)
		}
	}
}

func TestWithoutNameTakesThePathsOff(t *testing.T) {
	for _, err := range []error{
		&fs.PathError{Op: "open", Path: secret, Err: syscall.EACCES},
		&os.LinkError{Op: "rename", Old: secret, New: secret, Err: syscall.EACCES},
		fmt.Errorf("%s: %w", secret, &fs.PathError{Op: "open", Path: secret, Err: syscall.EACCES}),
	} {
		if got := ioerror.WithoutName(err); got != syscall.EACCES {
			t.Errorf("%v: %v", err, got)
		}
	}
	if got := ioerror.WithoutName(ioerror.Changed); got != ioerror.Changed {
		t.Errorf("%v of an error without a name", got)
	}
	if got := ioerror.WithoutName(nil); got != nil {
		t.Errorf("%v of nil", got)
	}
}
