package git

import (
	"errors"
	"strings"
	"sync"
)

// Tree is the files of one commit. It is safe for concurrent use.
type Tree struct {
	repository *Repository
	root       ID

	mu      sync.Mutex
	folders map[ID]map[string]Entry // that were looked into
}

// Tree returns the files of the commit that a text names: a revision, or one with "..."
// behind it for the newest commit that it has in common with HEAD. The error repeats
// nothing of the text.
func (r *Repository) Tree(of string) (*Tree, error) {
	revision, common := strings.CutSuffix(of, "...")
	id, err := r.revision(revision)
	if err == nil && common {
		id, err = r.mergeBase(id)
	}
	if err != nil {
		return nil, err
	}
	c, err := r.commit(r.objects, id)
	if err != nil {
		return nil, err
	}
	return r.treeOf(c), nil
}

func (r *Repository) treeOf(c *Commit) *Tree {
	return &Tree{repository: r, root: c.tree, folders: map[ID]map[string]Entry{}}
}

// TipTree returns the files of the history's tip.
func (h *History) TipTree() *Tree { return h.repository.treeOf(h.Tip) }

// mergeBase returns the newest commit that HEAD and another one have in common.
func (r *Repository) mergeBase(other ID) (ID, error) {
	head, err := r.head()
	if err != nil {
		return "", err
	}
	h, err := r.newHistory()
	if err != nil {
		return "", err
	}
	theirs, err := h.ancestors([]ID{other}, nil)
	if err != nil {
		return "", err
	}
	if h.byID, err = h.ancestors([]ID{head}, nil); err != nil {
		return "", err
	}
	h.sort()
	for i := len(h.Commits) - 1; i >= 0; i-- {
		if id := h.Commits[i].ID; theirs[id] != nil {
			return id, nil
		}
	}
	return "", errors.New("it has no commit in common with HEAD")
}

// Entry returns what the tree has at a path from the top of the work tree, with forward
// slashes; ok is false where it has nothing.
func (t *Tree) Entry(path string) (e Entry, ok bool, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e = Entry{ID: t.root, Mode: modeTree}
	for name := range strings.SplitSeq(path, "/") {
		if e.Mode&modeMask != modeTree {
			return Entry{}, false, nil
		}
		files := t.folders[e.ID]
		if files == nil {
			if files, err = t.repository.tree(e.ID); err != nil {
				return Entry{}, false, err
			}
			t.folders[e.ID] = files
		}
		if e, ok = files[name]; !ok {
			return Entry{}, false, nil
		}
	}
	e.Path = path
	return e, true, nil
}
