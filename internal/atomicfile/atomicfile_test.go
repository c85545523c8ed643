package atomicfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"kustoconn/internal/exhaust"
)

// file writes a file with contents into a new directory.
func file(t *testing.T, text string, mode fs.FileMode) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.yaml")
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	return name
}

// holds checks what a file holds, and that nothing is left beside it.
func holds(t *testing.T, name, want string) {
	t.Helper()
	if data, err := os.ReadFile(name); err != nil || string(data) != want {
		t.Errorf("it holds %q, want %q, %v", data, want, err)
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if IsTemporary(e.Name()) {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}

func TestReplace(t *testing.T) {
	name := file(t, "old", 0o640)
	if err := Replace(name, []byte("old"), []byte("new")); err != nil {
		t.Error(err)
	}
	holds(t, name, "new")
	if err := Replace(name, []byte("old"), []byte("newer")); err != ErrChanged {
		t.Error(err)
	}
	holds(t, name, "new")
	if err := Replace(name, []byte("old"), []byte("new")); err != nil {
		t.Errorf("another run did the same: %v", err)
	}
	if err := Replace(filepath.Dir(name), nil, []byte("new")); err != ErrNotRegular {
		t.Error(err)
	}
	if err := Replace(name+".none", nil, []byte("new")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Lstat(name + ".none"); err == nil {
		t.Error("a file that was not there is made")
	}
}

func TestWrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.yaml")
	for _, text := range []string{"one", "two", ""} {
		if err := Write(name, []byte(text)); err != nil {
			t.Error(err)
		}
		holds(t, name, text)
	}
	if err := Write(filepath.Join(name, "b"), nil); err == nil {
		t.Error("a file in a file")
	}
	if err := Write(os.DevNull, []byte("text")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device is gone", err)
	}
}

func TestOnlyOwnNamesAreTemporary(t *testing.T) {
	for name, want := range map[string]bool{
		".kustoconn-0123456789abcdef.tmp": true, ".kustoconn-0123456789abcdeg.tmp": false, ".kustoconn-0123.tmp": false,
		".kustoconn-0123456789abcdef": false, ".kustoconn.yaml": false, "x.kustoconn-0123456789abcdef.tmp": false,
	} {
		if IsTemporary(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}

// Only files whose writers are gone are removed.
func TestRemoveStale(t *testing.T) {
	dir := t.TempDir()
	held, err := newTemporary(dir, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer held.discard()
	for _, name := range []string{".kustoconn-0123456789abcdef.tmp", ".kustoconn-mine.tmp", ".kustoconn.yaml"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".kustoconn-1123456789abcdef.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if renamesOpen {
		if n := RemoveStale(dir); n != 1 {
			t.Errorf("%d are removed", n)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 4 {
		t.Errorf("%v", entries)
	}
}

// Several runs at once: one of them wins, and what is there is whole.
func TestRunsAtOnce(t *testing.T) {
	exhaust.Long(t)
	name := file(t, "0", 0o600)
	var runs sync.WaitGroup
	for i := range 8 {
		runs.Add(1)
		go func() {
			defer runs.Done()
			for n := range 40 {
				was, err := os.ReadFile(name)
				if err != nil || len(was) == 0 || len(bytes.Trim(was, string(was[:1]))) > 0 {
					t.Errorf("%d bytes, %v", len(was), err)
				}
				text := bytes.Repeat([]byte{byte('a' + i)}, 1+n*1000)
				if err := Replace(name, was, text); err != nil && err != ErrChanged {
					t.Error(err)
				}
				RemoveStale(filepath.Dir(name))
			}
		}()
	}
	runs.Wait()
	RemoveStale(filepath.Dir(name))
	data, _ := os.ReadFile(name)
	holds(t, name, string(data))
}

// Runs that do the same at once all succeed.
func TestTheSameRunsAtOnce(t *testing.T) {
	for range exhaust.Size(5, 20, 20) {
		name := file(t, "old", 0o600)
		var runs sync.WaitGroup
		for range 4 {
			runs.Add(1)
			go func() {
				defer runs.Done()
				if err := Replace(name, []byte("old"), []byte("new")); err != nil {
					t.Error(err)
				}
			}()
		}
		runs.Wait()
		holds(t, name, "new")
	}
}

func ExampleIsTemporary() {
	fmt.Println(IsTemporary(".kustoconn-0123456789abcdef.tmp"), IsTemporary(".kustoconn.yaml"))
	// Output: true false
}
