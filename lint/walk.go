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

	"kustoconn/internal/atomicfile"
	"kustoconn/lint/internal/git"
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

// add takes in one path that the caller names; messages call it by its label. A file so named is read even
// through a symbolic link, but not in one of the directories that are skipped.
func (w *walker) add(ctx context.Context, path, label string) error {
	name := w.inDir(path)
	info, err := os.Stat(name)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		return fmt.Errorf("reading %s: %w", label, err)
	}
	if inSkipped(w.reported(name)) || info.IsDir() && skipped[filepath.Base(name)] {
		w.pass(name)
		return nil
	}
	if !info.IsDir() {
		w.addFile(name, true)
		return nil
	}
	folder, err := gitFolder(name)
	if err != nil {
		w.notes = append(w.notes, fmt.Sprintf("the repository of %s cannot be read, so all files are: %v", label, err))
	}
	return w.addTree(ctx, name, folder, true)
}

// gitFolder returns what git knows of a directory; nil where it is in no
// repository, and where git ignores it as a whole: one who names such a
// directory means it.
func gitFolder(dir string) (*git.Folder, error) {
	repository, err := git.Find(dir)
	if err != nil || repository == nil {
		return nil, err
	}
	folder, err := repository.Folder(dir)
	if err != nil || folder.Ignored() && !folder.Tracks() {
		return nil, err
	}
	return folder, nil
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
	open := func() (io.ReadCloser, int64, error) { return openFile(name, named) }
	w.found = append(w.found, input{path: path, open: open, file: name, named: named})
}

// pass counts a path that is not read.
func (w *walker) pass(name string) {
	if path := w.reported(name); !w.seen[path] {
		w.seen[path] = true
		w.passedOver++
	}
}

// addTree takes in the files of a directory: those that git lists, where folder
// says what it knows. No link is followed.
func (w *walker) addTree(ctx context.Context, dir string, folder *git.Folder, named bool) error {
	entries, err := os.ReadDir(dir)
	if err != nil && (named || !errors.Is(err, fs.ErrNotExist)) { // else gone since it was listed
		open := func() (io.ReadCloser, int64, error) { return nil, 0, err }
		w.found = append(w.found, input{path: w.reported(dir), open: open, named: named})
	}
	if folder != nil {
		for _, e := range entries {
			switch {
			case e.Name() == ".git" && !named && git.IsWorkTree(dir):
				w.pass(dir)
				return nil
			case e.Name() == ".gitignore":
				folder.ReadIgnored()
			}
		}
	}
	for _, e := range entries {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name := filepath.Join(dir, e.Name())
		switch {
		case folder != nil && e.Name() == ".git": // git lists nothing of it
		case e.IsDir():
			if err := w.addFolder(ctx, name, e.Name(), folder); err != nil {
				return err
			}
		case atomicfile.IsTemporary(e.Name()):
			w.leftBehind(dir, name)
		case folder != nil && !folder.Lists(e.Name()):
		case e.Type()&fs.ModeSymlink != 0:
			w.pass(name)
		case !e.Type().IsRegular():
			w.pass(name)
			w.notes = append(w.notes, w.reported(name)+" "+string(isNoRegular)+", and is passed over")
		default:
			w.addFile(name, false)
		}
	}
	return nil
}

// leftBehind passes over the copy of a file that a run wrote, or that it left
// behind where it was killed; one that makes fixes removes those.
func (w *walker) leftBehind(dir, name string) {
	if w.Fix != NoFixes && !w.DryRun {
		w.removeStale(dir)
	}
	if _, err := os.Lstat(name); err == nil {
		w.pass(name)
		w.notes = append(w.notes, w.reported(name)+" is a copy that a run in progress writes, or a killed one left behind, and is passed over; --fix removes the latter")
	}
}

// addFolder takes in a directory found in another, of which above says what git
// knows.
func (w *walker) addFolder(ctx context.Context, dir, name string, above *git.Folder) error {
	var folder *git.Folder
	if above != nil {
		folder = above.Enter(name)
		if folder.Ignored() && !folder.Tracks() {
			return nil
		}
	}
	if skipped[name] {
		w.pass(dir)
		return nil
	}
	return w.addTree(ctx, dir, folder, false)
}
