// Package atomicfile writes files so that each is the old one or the new one,
// whole, wherever the writing stops: by a fault, a full disk or the end of the
// process. What a file is beside its contents stays: mode, owner and group,
// extended attributes, and the symbolic links that lead to it. Where one of
// these cannot be kept the file is left as it is.
//
// The new contents are written to a temporary file in the same directory, which
// is then renamed. One that a killed process left behind is removed by
// RemoveStale: its writer held a lock on it that ended with the process.
package atomicfile

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"kustoconn/internal/ioerror"
)

// Why a file is left as it is.
var (
	ErrChanged    error = ioerror.Changed
	ErrReadOnly   error = ioerror.ReadOnlyFile
	ErrDirectory  error = ioerror.ReadOnlyDirectory
	ErrHardLinks  error = ioerror.HardLinks
	ErrOwner      error = ioerror.OwnerLost
	ErrAttributes error = ioerror.AttributesLost
	ErrNotRegular error = ioerror.NotRegular
)

// Replace makes the regular file at name, which holds was, hold data. The error
// is one of the above, or an error of the file system; the file is then as it
// was. Where it holds data already, as after another run, nothing is done.
func Replace(name string, was, data []byte) error {
	err := replace(name, data, func(now []byte) (done bool, err error) {
		switch {
		case bytes.Equal(now, data):
			return true, nil
		case !bytes.Equal(now, was):
			return true, ErrChanged
		}
		return false, nil
	})
	if err == ErrChanged {
		if now, other := os.ReadFile(name); other == nil && bytes.Equal(now, data) {
			return nil // another run was faster
		}
	}
	return ioerror.WithoutName(err)
}

// Write makes the file at name hold data, whatever it held. Where it is not
// there it is made with mode 0666 less the umask. What is no file, such as a
// terminal or a pipe, is written to as it is.
func Write(name string, data []byte) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ioerror.WithoutName(create(name, data))
	case err == nil && !info.Mode().IsRegular():
		return ioerror.WithoutName(writeThrough(name, data))
	}
	return ioerror.WithoutName(replace(name, data, func([]byte) (bool, error) { return false, nil }))
}

func writeThrough(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// create writes a file that is not there. A link that leads to nothing is
// replaced by the file.
func create(name string, data []byte) error {
	t, err := newTemporary(filepath.Dir(name), 0o666)
	if err != nil {
		return err
	}
	defer t.discard()
	if err := t.fill(data); err != nil {
		return err
	}
	return t.rename(name)
}

// replace writes a file that is there, unless finished says, of what it holds at
// the last moment, that there is nothing to do.
func replace(name string, data []byte, finished func(now []byte) (bool, error)) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	old, info, err := openOld(name)
	if err != nil {
		return err
	}
	defer old.Close()
	dir := filepath.Dir(name)
	if info, err := os.Stat(dir); err == nil && info.Mode().Perm()&0o222 == 0 {
		return ErrDirectory // root could, and was told not to
	}
	t, err := newTemporary(dir, 0o600)
	if err != nil {
		return err
	}
	defer t.discard()
	for _, step := range []func() error{
		func() error { return t.fill(data) },
		func() error { return keepOwner(t.file, info) }, // which takes setuid off the mode
		func() error { return keepAttributes(t.file, old) },
		func() error { return t.file.Chmod(modeOf(info)) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	now, err := io.ReadAll(old)
	if err != nil {
		return err
	}
	if done, err := finished(now); done {
		return err
	}
	if last, err := os.Lstat(name); err != nil || !os.SameFile(last, info) || links(last) != 1 {
		return ErrChanged
	}
	return t.rename(name)
}

// modeOf returns all that chmod sets.
func modeOf(info fs.FileInfo) fs.FileMode {
	return info.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)
}

// openOld opens a file that is to be replaced, and refuses one that a plain
// write would not change, or not alone.
func openOld(name string) (*os.File, fs.FileInfo, error) {
	info, err := os.Lstat(name)
	switch {
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, ErrNotRegular
	case info.Mode().Perm()&0o222 == 0:
		return nil, nil, ErrReadOnly
	case links(info) == 0: // another run has just put its file there
		return nil, nil, ErrChanged
	case links(info) > 1:
		return nil, nil, ErrHardLinks
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) {
		err = ErrReadOnly
	}
	if err != nil {
		return nil, nil, err
	}
	opened, err := f.Stat()
	if err == nil && !os.SameFile(opened, info) {
		err = ErrChanged
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, opened, nil
}

// temporary is a file of new contents, locked as long as it is open.
type temporary struct {
	file *os.File
	name string
}

const (
	prefix = ".kustoconn-"
	suffix = ".tmp"
	digits = 16 // hexadecimal ones, at random
)

// IsTemporary reports whether a file of this name, which is no path, is one that
// this package writes to before it is renamed.
func IsTemporary(name string) bool {
	middle, ok := strings.CutPrefix(name, prefix)
	middle, ended := strings.CutSuffix(middle, suffix)
	if !ok || !ended || len(middle) != digits {
		return false
	}
	_, err := hex.DecodeString(middle)
	return err == nil
}

func newTemporary(dir string, mode fs.FileMode) (*temporary, error) {
	for {
		name := filepath.Join(dir, fmt.Sprintf("%s%0*x%s", prefix, digits, rand.Uint64(), suffix))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case errors.Is(err, fs.ErrPermission):
			return nil, ErrDirectory
		case err != nil:
			return nil, err
		}
		if lock(f) && isAt(f, name) {
			return &temporary{f, name}, nil
		}
		f.Close() // another run took it for a stale one before it was locked
		os.Remove(name)
	}
}

// isAt reports whether the open file is the one that stands at name.
func isAt(f *os.File, name string) bool {
	opened, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(opened, there)
}

// fill writes the contents, to the disk too.
func (t *temporary) fill(data []byte) error {
	if _, err := t.file.Write(data); err != nil {
		return err
	}
	return t.file.Sync()
}

// rename puts the file in its place.
func (t *temporary) rename(name string) error {
	if renamesOpen {
		if err := os.Rename(t.name, name); err != nil {
			return err
		}
		syncDirectory(filepath.Dir(name))
		return t.file.Close()
	}
	if err := t.file.Close(); err != nil {
		return err
	}
	return os.Rename(t.name, name)
}

// discard removes the file, unless it was renamed.
func (t *temporary) discard() {
	os.Remove(t.name)
	t.file.Close()
}

// syncDirectory lets the renaming outlast a loss of power, where the file system
// has that. The file is whole without it.
func syncDirectory(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// RemoveStale removes the temporary files of a directory whose writers are gone,
// and returns how many. Those of other users stay.
func RemoveStale(dir string) (removed int) {
	d, err := os.Open(dir)
	if err != nil {
		return 0
	}
	defer d.Close()
	names, _ := d.Readdirnames(-1)
	for _, name := range names {
		if IsTemporary(name) && removeStale(filepath.Join(dir, name)) {
			removed++
		}
	}
	return removed
}

func removeStale(name string) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || !isOwn(info) {
		return false
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return isUnlocked(f) && isAt(f, name) && os.Remove(name) == nil
}
