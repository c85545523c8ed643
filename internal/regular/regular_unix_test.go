//go:build unix

package regular

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(
		os.WriteFile(at("file"), []byte("text"), 0o600), syscall.Mkfifo(at("pipe"), 0o600), os.Mkdir(at("dir"), 0o700),
		os.Symlink("file", at("link")), os.Symlink("pipe", at("pipelink")), os.Symlink("loop", at("loop")), os.Symlink("/dev/zero", at("device")),
	); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{
		"file": nil, "link": nil, "pipe": ErrNotRegular, "pipelink": ErrNotRegular, "dir": ErrNotRegular, "device": ErrNotRegular,
		"loop": syscall.ELOOP, "none": fs.ErrNotExist,
	} {
		data, err := ReadFile(at(name), 4)
		if !errors.Is(err, want) || err == nil && string(data) != "text" {
			t.Errorf("%s: %q, %v, want %v", name, data, err, want)
		}
	}
	if _, err := ReadFile(at("file"), 3); err != ErrTooLarge {
		t.Error(err)
	}
	if _, err := ReadFile("/proc/self/stat", 3); err != ErrTooLarge && !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that has more than it says: %v", err)
	}
	for name, want := range map[string]error{"file": nil, "link": ErrNotRegular, "pipe": ErrNotRegular, "loop": ErrNotRegular, "dir": ErrNotRegular} {
		f, _, err := OpenListed(at(name))
		if err != want {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
		if err == nil {
			f.Close()
		}
	}
}
