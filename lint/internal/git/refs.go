package git

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"kustoconn/internal/regular"
)

// maxLinks is how many references may lead from one to the other, as git has it.
const maxLinks = 5

// head returns the commit that HEAD names; empty before the first one.
func (r *Repository) head() (ID, error) {
	if format := r.settings["extensions.refstorage"]; format != "" && format != "files" {
		return "", errors.New("the repository keeps its references as a reftable, which cannot be read: name files or directories in place of what is staged")
	}
	name := "HEAD"
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
			return "", errors.New("HEAD names no reference")
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
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	if name == "HEAD" {
		return "", errors.New("HEAD cannot be read")
	}
	data, err := regular.ReadFile(filepath.Join(r.common, "packed-refs"), 1<<30)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	for line := range bytes.Lines(data) {
		id, ref, _ := strings.Cut(strings.TrimRight(string(line), "\r\n"), " ")
		if ref == name {
			return id, nil
		}
	}
	return "", nil
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
