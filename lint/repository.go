package lint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"kustoconn/internal/pathname"
	"kustoconn/lint/internal/git"
)

// hasFiles says that there may be files and repositories, as in a browser there are none.
// It is a constant, so that the page does without what reads them, a thirtieth of it.
const hasFiles = runtime.GOOS != "js"

var errNoFiles = errors.New("there are no files in a browser")

// repositoryFiles are the files of a repository that the options name. Paths in it are
// from the top of the work tree, with forward slashes.
type repositoryFiles struct {
	*linter
	top, dir   string   // of the repository, and of the options without links
	below      []string // the paths that the options name; none for all
	passedOver int      // by reads

	known map[string]string // as reported, by path; "" for what is not read
}

func (l *linter) filesIn(repository *git.Repository, below []string) *repositoryFiles {
	dir, err := filepath.EvalSymlinks(l.dir)
	if err != nil {
		dir = l.dir
	}
	return &repositoryFiles{linter: l, top: repository.Top(), dir: dir, below: below, known: map[string]string{}}
}

// isNamed reports whether the options name the file.
func (r *repositoryFiles) isNamed(path string) bool {
	return len(r.below) == 0 || isBelow(path, r.below)
}

// name returns the name of the file in the work tree.
func (r *repositoryFiles) name(path string) string {
	name := filepath.Join(r.top, filepath.FromSlash(path))
	if relative, err := filepath.Rel(r.dir, name); err == nil {
		name = filepath.Join(r.linter.dir, relative)
	}
	return name
}

// reads reports whether the file is one to read. Each path is decided once.
func (r *repositoryFiles) reads(path string) bool {
	reported, ok := r.known[path]
	if !ok && r.isNamed(path) {
		if reported = r.linter.reported(r.name(path)); inSkipped(path+"/") || r.Reads != nil && !r.Reads(reported, false) {
			reported = ""
			r.passedOver++
		}
	}
	if !ok {
		r.known[path] = reported
	}
	return reported != ""
}

// reported returns the path that a file which reads knows is reported by.
func (r *repositoryFiles) reported(path string) string { return r.known[path] }

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
