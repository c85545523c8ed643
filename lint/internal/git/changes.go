package git

import (
	"bytes"
	"errors"
)

// maxFiles bounds the changes of a history, and maxDepth how deep its folders are:
// a tree may hold one other tree many times over. Git's own bound of the depth is
// 4,096, its core.maxTreeDepth.
const (
	maxFiles = 1 << 26
	maxDepth = 4096
)

var (
	errManyFiles = errors.New("the history holds too many files")
	errDeep      = errors.New("the history holds folders that are too deep")
)

// Changes calls visit with each file that a commit has and none of its parents has at
// the same path with the same contents, commit by commit. Links and other repositories
// are visited too; Entry.IsFile tells. A rename is a file at a new path. What a merge
// takes from one of its parents is no change.
func (h *History) Changes(visit func(c *Commit, e Entry) error) error {
	d := treeDiffer{History: h}
	for _, c := range h.Commits {
		d.visit = func(e Entry) error { return visit(c, e) }
		var before []ID
		for _, p := range c.parents {
			parent := h.byID[p]
			if parent == nil { // outside of the range
				var err error
				if parent, err = h.repository.commit(h.objects, p); err != nil {
					return err
				}
			}
			before = append(before, parent.tree)
		}
		if err := d.tree("", c.tree, before, 0); err != nil {
			return err
		}
	}
	return nil
}

type treeDiffer struct {
	*History
	visit func(Entry) error
	files int
}

// tree visits what stands in a tree, whose path ends with a slash, and in none of
// those before.
func (d *treeDiffer) tree(path string, tree ID, before []ID, depth int) error {
	if depth > maxDepth {
		return errDeep
	}
	for _, id := range before {
		if id == tree {
			return nil
		}
	}
	entries, err := d.entries(tree)
	if err != nil {
		return err
	}
	olds := make([]treeCursor, len(before))
	for i, id := range before {
		list, err := d.entries(id)
		if err != nil && !errors.Is(err, ErrMissing) { // else all is new
			return err
		}
		olds[i] = treeCursor{rest: list}
	}
	for len(entries) > 0 {
		var e treeEntry
		var ok bool
		if e, entries, ok = cutEntry(entries, d.repository.hashSize); !ok {
			return errDamaged
		}
		same, trees := false, []ID(nil)
		for i := range olds {
			was, ok := olds[i].seek(e, d.repository.hashSize)
			if !ok {
				continue
			}
			same = same || bytes.Equal(was.id, e.id) && was.isTree == e.isTree
			if was.isTree {
				trees = append(trees, ID(was.id))
			}
		}
		switch {
		case same:
		case e.isTree:
			if err := d.tree(path+string(e.name)+"/", ID(e.id), trees, depth+1); err != nil {
				return err
			}
		default:
			if d.files++; d.files > d.maxFiles {
				return errManyFiles
			}
			if err := d.visit(Entry{Path: path + string(e.name), ID: ID(e.id), Mode: e.mode}); err != nil {
				return err
			}
		}
	}
	return nil
}

// entries returns the text of a tree.
func (d *treeDiffer) entries(tree ID) ([]byte, error) {
	kind, data, err := d.objects.read(tree, maxTree)
	if err == nil && kind != treeObject {
		err = errDamaged
	}
	return data, err
}

// treeEntry is an entry as it stands in a tree's text.
type treeEntry struct {
	name, id []byte
	mode     uint32
	isTree   bool
}

// cutEntry returns the first entry of a tree's text: "mode name", NUL, the hash.
func cutEntry(text []byte, hashSize int) (e treeEntry, rest []byte, ok bool) {
	head, rest, ok := bytes.Cut(text, []byte{0})
	digits, name, found := bytes.Cut(head, []byte{' '})
	if !ok || !found || len(rest) < hashSize || len(digits) > 7 {
		return e, nil, false
	}
	for _, c := range digits {
		if c < '0' || c > '7' {
			return e, nil, false
		}
		e.mode = e.mode<<3 | uint32(c-'0')
	}
	e.name, e.id, e.isTree = name, rest[:hashSize], e.mode&modeMask == modeTree
	return e, rest[hashSize:], true
}

// before reports whether e stands before other in a tree: by name, a folder's with a
// slash at its end.
func (e *treeEntry) before(other *treeEntry) bool {
	n := min(len(e.name), len(other.name))
	if c := bytes.Compare(e.name[:n], other.name[:n]); c != 0 {
		return c < 0
	}
	return e.after(n) < other.after(n)
}

// after returns the byte of the name at n as a tree's order has it.
func (e *treeEntry) after(n int) byte {
	switch {
	case n < len(e.name):
		return e.name[n]
	case e.isTree:
		return '/'
	}
	return 0
}

// treeCursor goes through a tree's text beside another one's.
type treeCursor struct {
	rest []byte
	head treeEntry
	has  bool
}

// seek returns the entry of e's name and sort, if there is one, where entries are asked
// for in the order of a tree. A file and a folder of one name stand in different places,
// and neither is a version of the other.
func (c *treeCursor) seek(e treeEntry, hashSize int) (treeEntry, bool) {
	for {
		if !c.has {
			var ok bool
			if c.head, c.rest, ok = cutEntry(c.rest, hashSize); !ok {
				c.rest = nil // at its end, or damaged: what follows is new
				return treeEntry{}, false
			}
			c.has = true
		}
		if !c.head.before(&e) {
			break
		}
		c.has = false
	}
	return c.head, bytes.Equal(c.head.name, e.name) && c.head.isTree == e.isTree
}
