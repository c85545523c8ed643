package regular

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// IsWithin reports whether what stands at name, or would, is in dir or below it
// when all links are followed. A link to nothing is not.
func IsWithin(dir, name string) bool {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	at := name
	if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		at = filepath.Dir(name)
	}
	if at, err = filepath.EvalSymlinks(at); err != nil {
		return false
	}
	relative, err := filepath.Rel(dir, at)
	return err == nil && filepath.IsLocal(relative)
}
