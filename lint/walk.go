package lint

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kustoconn/redact"
)

// skipped are the directories that are not entered: the repository's own, and
// other people's code.
var skipped = map[string]bool{".git": true, "node_modules": true, "vendor": true}

// walker finds the files to read.
type walker struct {
	*linter
	found      []input
	seen       map[string]bool // by path as reported: files, and directories passed over
	passedOver int
	notes      []string // for Result
}

// add takes in path n that the caller names. A file so named is read even
// through a symbolic link, but not in one of the directories that are skipped.
func (w *walker) add(ctx context.Context, n int, path string) error {
	name := w.inDir(path)
	info, err := os.Stat(name)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		return fmt.Errorf("reading %s: %w", redact.Path(path, fmt.Sprintf("argument %d", n+1)), err)
	}
	if inSkipped(w.reported(name)) || info.IsDir() && skipped[filepath.Base(name)] {
		w.pass(name)
		return nil
	}
	if !info.IsDir() {
		w.addFile(name, true)
		return nil
	}
	files, ok, refusal, err := gitFiles(ctx, name)
	if err != nil {
		return err
	}
	if refusal != "" {
		w.notes = append(w.notes, fmt.Sprintf("git does not list the files of %s, so all are read: %s", path, refusal))
	}
	if !ok {
		return w.addTree(ctx, name)
	}
	for _, file := range files {
		w.addListed(name, file)
	}
	return nil
}

// inDir returns the name to open path by.
func (l *linter) inDir(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(l.Dir, path)
}

// reported returns the path that a file is reported by: relative to Dir where
// it is below that or was named so.
func (l *linter) reported(name string) string {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	relative, err := filepath.Rel(l.dir, absolute)
	if err != nil || filepath.IsAbs(name) && !filepath.IsLocal(relative) {
		return filepath.ToSlash(name)
	}
	return filepath.ToSlash(relative)
}

// inSkipped reports whether one of the directories above a path, as it is
// reported, is skipped. One outside of the working directory is named by an
// absolute path, whose first directories say nothing of the file.
func inSkipped(path string) bool {
	dirs := strings.Split(path, "/")
	return !filepath.IsAbs(path) && slices.ContainsFunc(dirs[:len(dirs)-1], func(dir string) bool { return skipped[dir] })
}

// addFile takes in a file, which the caller may have named.
func (w *walker) addFile(name string, named bool) {
	path := w.reported(name)
	if w.seen[path] {
		return
	}
	w.seen[path] = true
	if w.Reads != nil && !w.Reads(path, named) {
		w.passedOver++
		return
	}
	open := func() (io.ReadCloser, int64, error) { return openFile(name) }
	w.found = append(w.found, input{path: path, open: open, file: name, named: named})
}

// pass counts a path that is not read.
func (w *walker) pass(name string) {
	if path := w.reported(name); !w.seen[path] {
		w.seen[path] = true
		w.passedOver++
	}
}

// addListed takes in a file that git lists, relative to dir.
func (w *walker) addListed(dir, file string) {
	at := 0
	for n := range strings.SplitSeq(file, "/") {
		at += len(n)
		if skipped[n] && at < len(file) {
			w.pass(filepath.Join(dir, filepath.FromSlash(file[:at])))
			return
		}
		at += len("/")
	}
	name := filepath.Join(dir, filepath.FromSlash(file))
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist): // deleted, and git does not know yet
	case err == nil && !info.Mode().IsRegular(): // a link, or another repository
		w.pass(name)
	default:
		w.addFile(name, false)
	}
}

// addTree takes in the files of a directory that is in no repository.
func (w *walker) addTree(ctx context.Context, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && entry != nil && entry.IsDir():
			open := func() (io.ReadCloser, int64, error) { return nil, 0, err }
			w.found = append(w.found, input{path: w.reported(name), open: open, named: name == dir})
			return fs.SkipDir
		case err != nil:
			return nil // gone since it was listed
		case entry.IsDir() && name != dir && skipped[entry.Name()]:
			w.pass(name)
			return fs.SkipDir
		case entry.IsDir():
		case !entry.Type().IsRegular():
			w.pass(name)
		default:
			w.addFile(name, false)
		}
		return nil
	})
}
