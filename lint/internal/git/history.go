package git

import (
	"cmp"
	"container/heap"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kustoconn/internal/regular"
)

// AllReferences is the range of all that any branch, tag or other reference has.
const AllReferences = "*"

// History is the commits of a range.
type History struct {
	// Commits are in an order in which each stands behind its parents, the older
	// ones first where that leaves a choice.
	Commits []*Commit
	// Tip is the commit at the end of the range: of all references, that of HEAD.
	Tip *Commit
	// Shallow says that the repository lacks what is before some of the commits.
	Shallow bool
	// Replaced says that the repository has grafts or replacements, which git takes
	// in place of what was committed. They are not looked at.
	Replaced bool
	// Unread is how many branches, tags and other references hold commits that were
	// not walked.
	Unread int

	repository *Repository
	objects    *cache
	maxFiles   int // of Changes
	byID       map[ID]*Commit
	cut        map[ID]bool // commits whose parents are not there
}

// History returns the commits of a range: "A..B" is what B has and A has not, where
// either may be left out for HEAD; "B" and "..B" with nothing before are all that B
// has; "" is HEAD and "*" all references. The error repeats nothing of the range.
func (r *Repository) History(of string) (*History, error) {
	h, err := r.newHistory()
	if err != nil {
		return nil, err
	}
	from, to, isRange := strings.Cut(of, "..")
	if !isRange {
		from, to = "", of
	}
	if strings.Contains(to, "..") || strings.HasPrefix(to, ".") {
		return nil, errors.New("a range is A..B")
	}
	refs, err := h.tips()
	if err != nil {
		return nil, err
	}
	var ends []ID
	if to == AllReferences && !isRange {
		ends, to = refs, ""
	}
	tip, err := r.revision(to)
	if err != nil {
		return nil, err
	}
	if len(ends) == 0 {
		ends = []ID{tip}
	}
	var before map[ID]*Commit
	if isRange {
		start, err := r.revision(from)
		if err != nil {
			return nil, err
		}
		if before, err = h.ancestors([]ID{start}, nil); err != nil {
			return nil, err
		}
	}
	if h.byID, err = h.ancestors(ends, before); err != nil {
		return nil, err
	}
	if h.Tip, err = r.commit(h.objects, tip); err != nil {
		return nil, err
	}
	for _, id := range refs {
		if h.byID[id] == nil && before[id] == nil {
			h.Unread++
		}
	}
	h.sort()
	return h, nil
}

// treeRoom is what a walk keeps of commits and trees, in bytes.
const treeRoom = 96 << 20

func (r *Repository) newHistory() (*History, error) {
	h := &History{repository: r, objects: newCache(r.objects, treeRoom), cut: map[ID]bool{}, maxFiles: maxFiles}
	data, err := regular.ReadFile(filepath.Join(r.common, "shallow"), 1<<30)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for line := range strings.Lines(string(data)) {
		id, err := r.parseID(strings.TrimRight(line, "\r\n"))
		if err != nil {
			return nil, err
		}
		h.cut[id] = true
	}
	grafts, err := os.Stat(filepath.Join(r.common, "info", "grafts"))
	h.Replaced = err == nil && grafts.Size() > 0
	return h, nil
}

// tips returns the commits of all references. One that leads to no commit, as a tag
// of a file does, is none.
func (h *History) tips() (all []ID, err error) {
	r := h.repository
	names, err := r.allReferences()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasPrefix(name, replacements) {
			h.Replaced = true
			continue
		}
		id, err := r.resolve(name)
		if err != nil || id == "" {
			continue
		}
		if c, err := r.peel(id); err == nil {
			all = append(all, c.ID)
		}
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// replacements are the references that git takes an object for another by.
const replacements = "refs/replace/"

// ancestors returns the commits that are reached from some, themselves included, but
// for those of without.
func (h *History) ancestors(from []ID, without map[ID]*Commit) (map[ID]*Commit, error) {
	found := map[ID]*Commit{}
	for next := slices.Clone(from); len(next) > 0; {
		id := next[len(next)-1]
		next = next[:len(next)-1]
		if found[id] != nil || without[id] != nil {
			continue
		}
		c, err := h.repository.commit(h.objects, id)
		if err != nil {
			return nil, err
		}
		if h.cut[id] {
			h.Shallow = h.Shallow || len(c.parents) > 0
			c.parents = nil
		}
		found[id] = c
		next = append(next, c.parents...)
	}
	return found, nil
}

// sort puts the commits in the order that Commits has.
func (h *History) sort() {
	waits := map[*Commit]int{} // for how many parents
	children := map[ID][]*Commit{}
	var ready byDate
	for _, c := range h.byID {
		for _, p := range c.parents {
			if h.byID[p] != nil {
				waits[c]++
				children[p] = append(children[p], c)
			}
		}
		if waits[c] == 0 {
			ready = append(ready, c)
		}
	}
	heap.Init(&ready)
	for len(ready) > 0 {
		c := heap.Pop(&ready).(*Commit)
		h.Commits = append(h.Commits, c)
		for _, child := range children[c.ID] {
			if waits[child]--; waits[child] == 0 {
				heap.Push(&ready, child)
			}
		}
	}
}

// byDate is a heap of commits, the oldest first.
type byDate []*Commit

func (b byDate) Len() int { return len(b) }
func (b byDate) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(b[i].committed, b[j].committed), cmp.Compare(b[i].ID, b[j].ID)) < 0
}
func (b byDate) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b *byDate) Push(c any)   { *b = append(*b, c.(*Commit)) }
func (b *byDate) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}
