package lint

import (
	"bytes"
	"errors"
	"path/filepath"

	"kustoconn/internal/atomicfile"
)

// writeFixed puts text in place of the contents that were read of the file.
// All else of it stays, its encoding too. The file is replaced as a whole or not
// at all, and not where it has changed.
func (l *linter) writeFixed(name string, was contents, text string) error {
	if name == "" || !hasFiles {
		return errors.New("there is no file to write to")
	}
	before, asItWas := was.encoding.Encode(was.text)
	fixed, ok := was.encoding.Encode(text)
	if !asItWas || !ok || !bytes.Equal(before, was.data) {
		return errors.New("the file cannot be written as it was")
	}
	l.removeStale(filepath.Dir(name))
	return atomicfile.Replace(name, was.data, fixed)
}

// removeStale removes what runs left in a directory that were killed while they
// wrote a fixed file. It looks once a run.
func (l *linter) removeStale(dir string) {
	if _, done := l.swept.LoadOrStore(dir, true); !done {
		atomicfile.RemoveStale(dir)
	}
}
