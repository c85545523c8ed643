package git

import (
	"bytes"
	"errors"
	"io/fs"
	"sort"
	"strconv"
	"strings"
)

// Staged is what is about to be committed.
type Staged struct {
	// Entries are those of the index that HEAD does not have, or has otherwise,
	// by path. What a merge has left to resolve cannot be committed and is none.
	Entries []Entry
	// Unknown are folders whose contents in HEAD the repository does not have:
	// all that the index has there is in Entries.
	Unknown []string
}

// maxSparse bounds how many files folders that the index has as a whole may
// hold: a tree may hold one other tree many times over.
const maxSparse = 1 << 20

var errSparse = errors.New("the staged folders hold too many files")

// Staged compares the index with the commit that HEAD names. Folders whose tree
// the index knows, as after each commit, are compared as a whole.
func (r *Repository) Staged() (Staged, error) {
	x, err := r.readIndex()
	if err != nil {
		return Staged{}, err
	}
	tree, err := r.headTree()
	if err != nil {
		return Staged{}, err
	}
	d := differ{repository: r, trees: x.trees}
	err = d.folder("", tree, x.entries)
	return d.staged, err
}

// Has reports whether the index or the commit that HEAD names has a file or a
// folder at a path from the top of the work tree.
func (r *Repository) Has(path string) bool {
	x, err := r.readIndex()
	if err != nil {
		return false
	}
	if path == "." || x.has(path) || len(x.below(path+"/")) > 0 {
		return true
	}
	tree, err := r.headTree()
	if err != nil || tree == "" {
		return false
	}
	for name := range strings.SplitSeq(path, "/") {
		files, err := r.tree(tree)
		if err != nil {
			return false
		}
		e, ok := files[name]
		if !ok {
			return false
		}
		tree = e.ID
	}
	return true
}

type differ struct {
	repository *Repository
	trees      map[string]ID // that the index knows, by folder
	sparse     int           // files of folders that the index has as a whole
	staged     Staged
}

// folder compares the entries of the index below prefix with a tree, which is
// empty for none.
func (d *differ) folder(prefix string, tree ID, entries []Entry) error {
	if known, ok := d.trees[prefix]; ok && known == tree {
		return nil
	}
	files := map[string]Entry{}
	if tree != "" {
		var err error
		if files, err = d.repository.tree(tree); errors.Is(err, ErrMissing) {
			d.staged.Unknown = append(d.staged.Unknown, prefix)
		} else if err != nil {
			return err
		}
	}
	for len(entries) > 0 {
		e := entries[0]
		name, _, inFolder := strings.Cut(e.Path[len(prefix):], "/")
		was := files[name]
		if !inFolder {
			d.file(e, was)
			entries = entries[1:]
			continue
		}
		start := e.Path[:len(prefix)+len(name)+1]
		n := sort.Search(len(entries), func(i int) bool { return !strings.HasPrefix(entries[i].Path, start) })
		if was.Mode&modeMask != modeTree {
			was.ID = ""
		}
		below := entries[:n]
		entries = entries[n:]
		if n == 1 && e.Path == start { // a folder as a whole
			if e.ID == was.ID {
				continue
			}
			var err error
			if below, err = d.expand(start, e.ID, nil); err != nil {
				return err
			}
		}
		if err := d.folder(start, was.ID, below); err != nil {
			return err
		}
	}
	return nil
}

// file compares an entry with the one in HEAD.
func (d *differ) file(e, was Entry) {
	if e.stage == 0 && !e.added && fs.ValidPath(e.Path) && (e.ID != was.ID || e.Mode != was.Mode) {
		d.staged.Entries = append(d.staged.Entries, e)
	}
}

// expand returns the files of a tree, by path.
func (d *differ) expand(prefix string, tree ID, all []Entry) ([]Entry, error) {
	files, err := d.repository.treeEntries(tree)
	if err != nil {
		return nil, err
	}
	for _, e := range files {
		if d.sparse++; d.sparse > maxSparse {
			return nil, errSparse
		}
		e.Path = prefix + e.Path
		if e.Mode&modeMask != modeTree {
			all = append(all, e)
			continue
		}
		if all, err = d.expand(e.Path+"/", e.ID, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// tree returns what stands in a tree, by name.
func (r *Repository) tree(id ID) (map[string]Entry, error) {
	list, err := r.treeEntries(id)
	files := make(map[string]Entry, len(list))
	for _, e := range list {
		files[e.Path] = e
	}
	return files, err
}

// treeEntries returns what stands in a tree, in its order: "mode name", NUL, the
// hash.
func (r *Repository) treeEntries(id ID) (list []Entry, err error) {
	kind, data, err := r.objects.read(id, maxTree)
	if err != nil {
		return nil, err
	}
	if kind != treeObject {
		return nil, errDamaged
	}
	for len(data) > 0 {
		head, rest, ok := bytes.Cut(data, []byte{0})
		mode, name, found := strings.Cut(string(head), " ")
		bits, err := strconv.ParseUint(mode, 8, 32)
		if !ok || !found || err != nil || len(rest) < r.hashSize {
			return nil, errDamaged
		}
		list = append(list, Entry{Path: name, ID: ID(rest[:r.hashSize]), Mode: uint32(bits)})
		data = rest[r.hashSize:]
	}
	return list, nil
}
