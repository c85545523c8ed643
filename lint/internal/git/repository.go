// Package git reads repositories of git: which files of a directory it knows,
// and what is staged. It reads the files of the repository itself and starts no
// program, neither git nor any that a repository configures; it writes nothing
// and asks no server for what is missing.
//
// Read are the index in its versions 2 to 4, split and sparse ones too, loose
// objects and packs, those of alternates too, with SHA-1 and SHA-256, and the
// files of ignored patterns. Repositories whose references are kept as a
// reftable are refused where a reference is asked for.
package git

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"kustoconn/internal/regular"
)

// Repository is a repository with a work tree. It is safe for concurrent use
// and needs no closing once Close was called for the packs.
type Repository struct {
	top    string // of the work tree, absolute and without links
	dir    string // of the repository, or of the linked work tree
	common string // of what all work trees share

	indexFile string
	settings  settings // the repository's own
	hashSize  int

	objects *store

	indexOnce sync.Once
	index     *index
	indexErr  error

	packedOnce sync.Once
	packed     map[string]string // references, by name
	packedErr  error

	rulesOnce sync.Once
	rules     []*ruleFile // that hold for the whole work tree, the strongest first
}

// Find returns the repository whose work tree holds the directory; nil where
// there is none. The environment does not count.
func Find(dir string) (*Repository, error) {
	dir, err := filepath.Abs(dir)
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return nil, err
	}
	for {
		if at, ok := repositoryAt(dir); ok {
			return open(at, dir)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return nil, nil
		}
		dir = parent
	}
}

// Environment is what a hook of git is told, by the variables GIT_DIR,
// GIT_WORK_TREE, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY and
// GIT_ALTERNATE_OBJECT_DIRECTORIES: what "git commit -a" is about to commit
// stands in another index than the repository's own. No other variable counts.
type Environment func(name string) string

// Open returns the repository that a hook works on, or else the one whose work
// tree holds the directory, which relative paths of the environment start from.
func Open(dir string, getenv Environment) (*Repository, error) {
	r, err := Find(dir)
	if err != nil {
		return nil, err
	}
	from := func(path string) string {
		if filepath.IsAbs(path) {
			return filepath.Clean(path)
		}
		return filepath.Join(dir, path)
	}
	if at := getenv("GIT_DIR"); at != "" && (r == nil || !sameFile(from(at), r.dir)) {
		top := dir
		if tree := getenv("GIT_WORK_TREE"); tree != "" {
			top = from(tree)
		}
		if top, err = filepath.Abs(top); err != nil {
			return nil, err
		}
		if !isRepository(from(at)) {
			return nil, errors.New("GIT_DIR names no repository")
		}
		if r, err = open(from(at), top); err != nil {
			return nil, err
		}
	}
	if r == nil {
		return nil, errors.New("not a git repository")
	}
	if name := getenv("GIT_INDEX_FILE"); name != "" {
		r.indexFile = from(name)
	}
	if name := getenv("GIT_OBJECT_DIRECTORY"); name != "" {
		r.objects.add(from(name), 0)
	}
	for _, name := range filepath.SplitList(getenv("GIT_ALTERNATE_OBJECT_DIRECTORIES")) {
		r.objects.add(from(name), 0)
	}
	return r, nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// Top returns the directory of the work tree, absolute.
func (r *Repository) Top() string { return r.top }

// Close closes the packs that are open.
func (r *Repository) Close() { r.objects.close() }

// repositoryAt returns the repository of which dir is the work tree.
func repositoryAt(dir string) (string, bool) {
	name := filepath.Join(dir, ".git")
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return "", false
	case info.IsDir():
		return name, isRepository(name)
	}
	data, err := regular.ReadFile(name, 1<<16)
	if err != nil {
		return "", false
	}
	target, ok := strings.CutPrefix(strings.TrimRight(string(data), "\r\n"), "gitdir: ")
	if !ok {
		return "", false
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(dir, target)
	}
	return target, isRepository(target)
}

// IsWorkTree reports whether dir is the work tree of a repository of its own,
// such as a submodule's.
func IsWorkTree(dir string) bool {
	_, ok := repositoryAt(dir)
	return ok
}

// isRepository reports whether dir is a repository, or what a linked work tree
// has of one, by what git looks for: HEAD, objects and refs.
func isRepository(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, "HEAD")); err != nil {
		return false
	}
	common := commonDir(dir)
	for _, name := range []string{"objects", "refs"} {
		if info, err := os.Stat(filepath.Join(common, name)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

func commonDir(dir string) string {
	data, err := regular.ReadFile(filepath.Join(dir, "commondir"), 1<<16)
	if err != nil {
		return dir
	}
	common := strings.TrimRight(string(data), "\r\n")
	if filepath.IsAbs(common) {
		return common
	}
	return filepath.Join(dir, common)
}

func open(dir, top string) (*Repository, error) {
	r := &Repository{top: top, dir: dir, common: commonDir(dir), settings: settings{}, hashSize: 20}
	r.indexFile = filepath.Join(dir, "index")
	r.settings.read(filepath.Join(r.common, "config"), false, 0)
	switch format := r.settings["extensions.objectformat"]; format {
	case "", "sha1":
	case "sha256":
		r.hashSize = 32
	default:
		return nil, errors.New("the repository has an unknown format of objects")
	}
	r.objects = newStore(r.hashSize)
	r.objects.add(filepath.Join(r.common, "objects"), 0)
	return r, nil
}

// expandHome returns a path of the configuration with its "~/" expanded.
func expandHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~/")
	if !ok {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}
