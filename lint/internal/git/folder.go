package git

import (
	"os"
	"path/filepath"
	"strings"

	"kustoconn/internal/regular"
)

// Folder is a folder of the work tree on a walk, with what the files of ignored
// patterns in it and above it say.
type Folder struct {
	repository *Repository
	parent     *Folder
	path       string // from the top, with a slash at its end; "" for the top
	rules      *ruleFile
	ignored    bool
}

// Folder returns the folder of the work tree at a path, which is absolute or
// relative to the working directory. The error says why the repository's index
// cannot be read.
func (r *Repository) Folder(dir string) (*Folder, error) {
	dir, err := filepath.Abs(dir)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return nil, err
	}
	relative, err := filepath.Rel(r.top, dir)
	if err != nil {
		return nil, err
	}
	if _, err := r.readIndex(); err != nil {
		return nil, err
	}
	f := &Folder{repository: r}
	if relative == "." {
		return f, nil
	}
	for name := range strings.SplitSeq(filepath.ToSlash(relative), "/") {
		f.ReadIgnored()
		f = f.Enter(name)
	}
	return f, nil
}

// Enter returns the folder of a name in f, whose own patterns are not read yet.
func (f *Folder) Enter(name string) *Folder {
	return &Folder{repository: f.repository, parent: f, path: f.path + name + "/", ignored: f.ignored || f.ignores(name, true)}
}

// ReadIgnored reads the patterns of the folder's .gitignore, if it is there and
// no link. In a folder that is ignored they do not count.
func (f *Folder) ReadIgnored() {
	if f.ignored {
		return
	}
	name := filepath.Join(f.repository.top, filepath.FromSlash(f.path), ".gitignore")
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return
	}
	if data, err := regular.ReadFile(name, maxRules); err == nil {
		f.rules = parseRules(f.repository.folded(f.path), string(data), f.repository.folds())
	}
}

// Ignored reports whether git ignores the folder as a whole. It may track files
// in it all the same.
func (f *Folder) Ignored() bool { return f.ignored }

// Tracks reports whether git tracks files in the folder.
func (f *Folder) Tracks() bool { return len(f.repository.index.below(f.path)) > 0 }

// Lists reports whether git tracks the file of a name in f, or would.
func (f *Folder) Lists(name string) bool {
	return !f.ignored && !f.ignores(name, false) || f.repository.index.has(f.path+name)
}

// ignores reports whether patterns ignore what f holds by a name: those nearest
// to it decide.
func (f *Folder) ignores(name string, isFolder bool) bool {
	path := f.repository.folded(f.path + name)
	for g := f; g != nil; g = g.parent {
		if g.rules != nil {
			if ignored, ok := g.rules.decides(path, isFolder); ok {
				return ignored
			}
		}
	}
	for _, rules := range f.repository.generalRules() {
		if ignored, ok := rules.decides(path, isFolder); ok {
			return ignored
		}
	}
	return false
}

// folds reports whether the repository takes names that differ in case for one.
func (r *Repository) folds() bool { return r.settings.isTrue("core.ignorecase") }

func (r *Repository) folded(path string) string {
	if r.folds() {
		return lower(path)
	}
	return path
}
