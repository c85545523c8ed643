package lint

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kustoconn/internal/pathname"
	"kustoconn/lint/internal/git"
)

// stagedInputs finds the files that git is about to commit. It reads the
// repository itself: nothing that this configures is run.
func (l *linter) stagedInputs() (in inputs, passedOver int, err error) {
	in.close = func() {}
	repository, err := git.Open(l.inDir("."), os.Getenv)
	if err != nil {
		return in, 0, fmt.Errorf("finding the repository: %w", err)
	}
	in.close = repository.Close
	below, err := l.pathsIn(repository)
	if err != nil {
		return in, 0, err
	}
	staged, err := repository.Staged()
	if err != nil {
		return in, 0, fmt.Errorf("listing what is staged: %w", err)
	}
	for _, folder := range staged.Unknown {
		in.notes = append(in.notes, fmt.Sprintf("the repository lacks what was committed in %s, so all that it tracks there is read", cmp.Or(folder, ".")))
	}
	dir, err := filepath.EvalSymlinks(l.dir)
	if err != nil {
		dir = l.dir
	}
	w := walker{linter: l, seen: map[string]bool{}}
	for _, e := range staged.Entries {
		if len(below) > 0 && !isBelow(e.Path, below) {
			continue
		}
		name := filepath.Join(repository.Top(), filepath.FromSlash(e.Path))
		if relative, err := filepath.Rel(dir, name); err == nil {
			name = filepath.Join(l.dir, relative)
		}
		w.addStaged(name, e, repository)
	}
	in.list = w.found
	return in, w.passedOver, nil
}

// pathsIn returns the paths that the options name as they are in a repository;
// none for all of it.
func (l *linter) pathsIn(repository *git.Repository) ([]string, error) {
	var all []string
	for i, p := range l.Paths {
		name := l.inDir(p)
		label := pathname.Shown(p, fmt.Sprintf("argument %d", i+1))
		relative, err := filepath.Rel(repository.Top(), physical(name))
		if err != nil || !filepath.IsLocal(relative) {
			return nil, fmt.Errorf("%s is outside of the repository", label)
		}
		path := filepath.ToSlash(relative)
		if _, err := os.Lstat(name); err != nil && !repository.Has(path) {
			return nil, fmt.Errorf("reading %s: %w", label, os.ErrNotExist)
		}
		all = append(all, path)
	}
	return all, nil
}

// physical returns a path without links in it; a file at its end may be one.
func physical(name string) string {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if info, err := os.Stat(absolute); err == nil && info.IsDir() {
		if real, err := filepath.EvalSymlinks(absolute); err == nil {
			return real
		}
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(absolute)); err == nil {
		return filepath.Join(dir, filepath.Base(absolute))
	}
	return absolute
}

// isBelow reports whether a path is one of paths or in one of them.
func isBelow(path string, paths []string) bool {
	for _, p := range paths {
		if rest, ok := strings.CutPrefix(path, p); p == "." || ok && (rest == "" || rest[0] == '/') {
			return true
		}
	}
	return false
}

// addStaged takes in one file of the index. Links and other repositories are
// passed over.
func (w *walker) addStaged(name string, e git.Entry, repository *git.Repository) {
	for n := range strings.SplitSeq(e.Path, "/") {
		if skipped[n] {
			w.pass(name)
			return
		}
	}
	reported := w.reported(name)
	if !e.IsFile() || w.Reads != nil && !w.Reads(reported, false) {
		w.pass(name)
		return
	}
	w.found = append(w.found, input{path: reported, open: func() (io.ReadCloser, int64, error) {
		data, err := repository.Blob(e.ID, w.of(reported).MaxSize)
		if errors.Is(err, git.ErrTooLarge) {
			err = isTooLarge
		}
		if err != nil {
			return nil, 0, err
		}
		return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
	}})
}
