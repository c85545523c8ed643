package git

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"kustoconn/internal/regular"
)

// maxLinks is how many references may lead from one to the other, as git has it.
const maxLinks = 5

// head returns the commit that HEAD names; empty before the first one.
func (r *Repository) head() (ID, error) { return r.resolve("HEAD") }

// resolve returns the object that a reference names; empty where there is none.
func (r *Repository) resolve(name string) (ID, error) {
	if format := r.settings["extensions.refstorage"]; format != "" && format != "files" {
		return "", errors.New("the repository keeps its references as a reftable, which cannot be read: name files or directories in place of what is staged")
	}
	for range maxLinks {
		text, err := r.reference(name)
		if err != nil || text == "" {
			return "", err
		}
		target, ok := strings.CutPrefix(text, "ref:")
		if !ok {
			return r.parseID(text)
		}
		name = strings.TrimSpace(target)
		if !strings.HasPrefix(name, "refs/") || !fs.ValidPath(name) {
			return "", errors.New("a reference names none")
		}
	}
	return "", errors.New("references lead in a circle")
}

// reference returns what a reference holds; "" where it is not there.
func (r *Repository) reference(name string) (string, error) {
	for _, dir := range []string{r.dir, r.common} {
		data, err := regular.ReadFile(filepath.Join(dir, filepath.FromSlash(name)), 1<<16)
		switch {
		case err == nil:
			return strings.TrimSpace(string(data)), nil
		case errors.Is(err, regular.ErrNotRegular): // a directory of other references
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
			return "", err
		}
	}
	if name == "HEAD" {
		return "", errors.New("HEAD cannot be read")
	}
	packed, err := r.packedReferences()
	return packed[name], err
}

// packedReferences returns what references hold that have no file of their own.
func (r *Repository) packedReferences() (map[string]string, error) {
	r.packedOnce.Do(func() {
		data, err := regular.ReadFile(filepath.Join(r.common, "packed-refs"), 1<<30)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			r.packedErr = err
			return
		}
		r.packed = map[string]string{}
		for line := range strings.Lines(string(data)) {
			id, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
			if ok && !strings.HasPrefix(id, "#") {
				r.packed[name] = id
			}
		}
	})
	return r.packed, r.packedErr
}

// allReferences returns the names of all references, HEAD first.
func (r *Repository) allReferences() ([]string, error) {
	found := map[string]bool{}
	root := filepath.Join(r.common, "refs")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if relative, err := filepath.Rel(r.common, path); err == nil && e.Type().IsRegular() && !strings.HasSuffix(path, ".lock") {
			found[filepath.ToSlash(relative)] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	packed, err := r.packedReferences()
	if err != nil {
		return nil, err
	}
	for name := range packed {
		if fs.ValidPath(name) {
			found[name] = true
		}
	}
	return append([]string{"HEAD"}, slices.Sorted(maps.Keys(found))...), nil
}

func (r *Repository) parseID(text string) (ID, error) {
	id, err := hex.DecodeString(text)
	if err != nil || len(id) != r.hashSize {
		return "", errors.New("a reference names no commit")
	}
	return ID(id), nil
}

// headTree returns the tree of the commit that HEAD names; empty before the
// first one.
func (r *Repository) headTree() (ID, error) {
	commit, err := r.head()
	if err != nil || commit == "" {
		return "", err
	}
	kind, data, err := r.objects.read(commit, maxTree)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(data[:min(len(data), 200)]), "\n")
	tree, ok := strings.CutPrefix(line, "tree ")
	if kind != commitObject || !ok {
		return "", errors.New("HEAD names no commit")
	}
	return r.parseID(tree)
}
