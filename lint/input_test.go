package lint

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/atomicfile"
)

// unreadable is the text of the finding about a file that cannot be read.
func unreadable(f *File) string {
	if f == nil || len(f.Findings) != 1 || f.Findings[0].Diagnostic.Code != 703 {
		return ""
	}
	return f.Findings[0].Diagnostic.Message
}

func TestAReadThatFailsIsAFinding(t *testing.T) {
	l, err := newLinter(Options{})
	if err != nil {
		t.Fatal(err)
	}
	open := func() (io.ReadCloser, int64, error) {
		return io.NopCloser(iotest.ErrReader(&os.PathError{Op: "read", Path: "/secret/place", Err: errors.New("the disk is gone")})), 10, nil
	}
	o := l.lintInput(new(fileReader), input{path: "a.yaml", open: open})
	if want := "the file cannot be read: the disk is gone"; o.read || unreadable(o.file) != want {
		t.Errorf("%t, %q, want %q", o.read, unreadable(o.file), want)
	}
}

// Reading a process's memory from address 0 fails for everybody.
func TestAFileThatIsNamedAndCannotBeReadIsTrouble(t *testing.T) {
	const name = "/proc/self/mem"
	if runtime.GOOS != "linux" {
		t.Skip("there is no " + name)
	}
	dir := tree(t, map[string]string{"b.yaml": oneString})
	result, err := Run(context.Background(), Options{Dir: dir, Paths: []string{name, "b.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Files) != 1 || result.Files[0].Path != "b.yaml" || len(result.Unread) != 1 || result.Unread[0].Path != name ||
		result.Unread[0].Err == nil || result.Read != 1 || result.PassedOver != 1 {
		t.Errorf("%+v", result)
	}
}

func TestAFileThatIsGoneIsPassedOver(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString})
	removes := func(path string, _ bool) bool {
		if path == "a.yaml" {
			if err := os.Remove(filepath.Join(dir, path)); err != nil {
				t.Error(err)
			}
		}
		return true
	}
	check(t, Options{Dir: dir, Reads: removes}, []string{"b.yaml"}, 1, 1)
}

// What was a file when it was listed may be something else when it is read.
func TestADirectoryInPlaceOfAFileIsPassedOver(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString})
	replaces := func(path string, _ bool) bool {
		name := filepath.Join(dir, path)
		if path == "a.yaml" {
			if err := errors.Join(os.Remove(name), os.Mkdir(name, 0o755)); err != nil {
				t.Error(err)
			}
		}
		return true
	}
	check(t, Options{Dir: dir, Reads: replaces}, []string{"b.yaml"}, 1, 1)
}

func TestAFileThatGrowsBeyondTheLimitIsPassedOver(t *testing.T) {
	l, err := newLinter(Options{MaxSize: 100})
	if err != nil {
		t.Fatal(err)
	}
	open := func() (io.ReadCloser, int64, error) {
		return io.NopCloser(io.LimitReader(zeros{}, 1000)), 10, nil
	}
	if o := l.lintInput(new(fileReader), input{path: "a.yaml", open: open}); o.file != nil || o.read || o.err.passedOver != isTooLarge {
		t.Errorf("%+v", o)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestAFileThatChangesWhileItIsReadIsNotFixed(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString})
	name := filepath.Join(dir, "a.yaml")
	changes := func(*bind.Bound) diag.List {
		if err := os.WriteFile(name, []byte("changed"), 0o600); err != nil {
			t.Error(err)
		}
		return nil
	}
	result, err := Run(context.Background(), Options{Dir: dir, Fix: AllFixes, Checkers: []func(*bind.Bound) diag.List{changes}})
	if err != nil {
		t.Fatal(err)
	}
	f := result.Files[0]
	if f.WriteError != atomicfile.ErrChanged || f.Fixes != 0 || len(f.Findings) != 1 || f.Text() != oneString {
		t.Errorf("%v, %d fixes, %d findings, %q", f.WriteError, f.Fixes, len(f.Findings), f.Text())
	}
	data, err := os.ReadFile(name)
	if diff := cmp.Diff("changed", string(data)); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
