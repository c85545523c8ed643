package lint

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// errChanged says that a file is not what was read.
var errChanged = errors.New("the file has changed since it was read")

// writeFixed puts text in place of the contents that were read of the file.
// Its mode and encoding stay. The file is replaced as a whole or not at all,
// and not where it has changed.
func writeFixed(name string, was contents, text string) error {
	if name == "" {
		return errors.New("there is no file to write to")
	}
	before, asItWas := was.encoding.Encode(was.text)
	fixed, ok := was.encoding.Encode(text)
	if !asItWas || !ok || !bytes.Equal(before, was.data) {
		return errors.New("the file cannot be written as it was")
	}
	name, err := filepath.EvalSymlinks(name) // a link stays one
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), ".kustoconn-*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // fails once it is renamed
	_, err = temporary.Write(fixed)
	err = errors.Join(err, temporary.Chmod(info.Mode().Perm()), temporary.Sync(), temporary.Close())
	if err != nil {
		return err
	}
	now, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, was.data) {
		return errChanged
	}
	if err := os.Rename(temporary.Name(), name); err != nil {
		return fmt.Errorf("replacing the file: %w", err)
	}
	return nil
}
