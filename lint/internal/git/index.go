package git

import (
	"bytes"
	"encoding/binary"
	"errors"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unsafe"

	"kustoconn/internal/regular"
)

var (
	errIndex        = errors.New("the index of the repository is damaged")
	errUnknownIndex = errors.New("the index of the repository has a form that is not known")
)

const maxIndex = 1 << 30 // bytes; a million files have some 100 MB

// Modes of entries, as trees have them.
const (
	modeMask = 0o170000
	ModeFile = 0o100000
	modeTree = 0o040000
)

// Entry is a file in the index or in a tree.
type Entry struct {
	Path string // from the top of the work tree, with forward slashes
	ID   ID
	Mode uint32

	stage int  // not zero where a merge is to be resolved
	added bool // only intended to be added
}

// IsFile reports whether the entry is a file, and not a link or another
// repository.
func (e *Entry) IsFile() bool { return e.Mode&modeMask == ModeFile }

// index is what stands in git's index.
type index struct {
	entries []Entry // by path, then by stage
	trees   map[string]ID
}

// link is what a split index says of the one that it builds on.
type link struct {
	base             string // hash, in hexadecimal digits
	deleted, changed bitmap
}

func (r *Repository) readIndex() (*index, error) {
	r.indexOnce.Do(func() {
		data, err := regular.ReadFile(r.indexFile, maxIndex)
		if isMissing(err) {
			r.index = &index{}
			return
		}
		if err != nil {
			r.indexErr = err
			return
		}
		parsed, split, err := parseIndex(data, r.hashSize)
		if err == nil && split != nil {
			err = r.unsplit(parsed, split)
		}
		r.index, r.indexErr = parsed, err
	})
	return r.index, r.indexErr
}

// unsplit puts what a split index builds on under it.
func (r *Repository) unsplit(top *index, split *link) error {
	if strings.Trim(split.base, "0") == "" {
		return nil // it builds on nothing
	}
	data, err := regular.ReadFile(filepath.Join(r.dir, "sharedindex."+split.base), maxIndex)
	if err != nil {
		return err
	}
	base, again, err := parseIndex(data, r.hashSize)
	if err != nil || again != nil {
		return errIndex
	}
	top.entries, err = merged(base.entries, top.entries, split)
	return err
}

// merged returns the entries of a base less the deleted ones, with those that
// changed and those that are new. The changed ones come first and have no
// paths: they have those of the base.
func merged(base, entries []Entry, split *link) ([]Entry, error) {
	changed, ok := split.changed.positions(len(base))
	if !ok || len(changed) > len(entries) {
		return nil, errIndex
	}
	for i, at := range changed {
		e := entries[i]
		if e.Path != "" {
			return nil, errIndex
		}
		e.Path = base[at].Path
		base[at] = e
	}
	deleted, ok := split.deleted.positions(len(base))
	if !ok {
		return nil, errIndex
	}
	for _, at := range deleted {
		base[at].Path = ""
	}
	byPath := map[string]bool{}
	for _, e := range entries[len(changed):] {
		byPath[e.Path] = true
	}
	base = slices.DeleteFunc(base, func(e Entry) bool { return e.Path == "" || byPath[e.Path] })
	all := append(base, entries[len(changed):]...)
	slices.SortStableFunc(all, func(a, b Entry) int {
		if n := strings.Compare(a.Path, b.Path); n != 0 {
			return n
		}
		return a.stage - b.stage
	})
	return all, nil
}

// Source: gitformat-index(5).
func parseIndex(data []byte, hashSize int) (*index, *link, error) {
	if len(data) < 12+hashSize || string(data[:4]) != "DIRC" {
		return nil, nil, errIndex
	}
	version := binary.BigEndian.Uint32(data[4:])
	if version < 2 || version > 4 {
		return nil, nil, errUnknownIndex
	}
	body := data[:len(data)-hashSize]
	// No copy is made: nobody else has the bytes, and nobody writes to them.
	text := unsafe.String(unsafe.SliceData(body), len(body))
	p := indexParser{data: body, at: 12, hashSize: hashSize, version: version, text: text}
	count := int(binary.BigEndian.Uint32(data[8:]))
	x := &index{entries: make([]Entry, 0, min(count, len(data)/(42+hashSize)))}
	for range count {
		if !p.entry() {
			return nil, nil, errIndex
		}
		x.entries = append(x.entries, p.Entry)
	}
	split, err := p.extensions(x)
	return x, split, err
}

// indexParser reads one entry after the other.
type indexParser struct {
	Entry
	data     []byte
	text     string // the same bytes: paths and hashes are parts of it
	at       int
	hashSize int
	version  uint32
}

func (p *indexParser) entry() bool {
	start := p.at
	fixed := 40 + p.hashSize + 2
	if len(p.data)-start < fixed {
		return false
	}
	p.Mode = binary.BigEndian.Uint32(p.data[start+24:])
	p.ID = ID(p.text[start+40 : start+40+p.hashSize])
	flags := binary.BigEndian.Uint16(p.data[start+fixed-2:])
	p.stage = int(flags >> 12 & 3)
	p.added = false
	p.at = start + fixed
	if flags&0x4000 != 0 {
		if p.version < 3 || len(p.data)-p.at < 2 {
			return false
		}
		p.added = p.data[p.at]&0x20 != 0
		p.at += 2
	}
	if p.version == 4 {
		return p.shortened()
	}
	n := bytes.IndexByte(p.data[p.at:], 0)
	if n < 0 {
		return false
	}
	p.Path = p.text[p.at : p.at+n]
	size := p.at + n - start
	p.at = start + (size+8)&^7 // one to eight NULs follow
	return p.at <= len(p.data)
}

// shortened reads a path that is written as how much to take off the one before
// it, and what to put there.
func (p *indexParser) shortened() bool {
	r := bytes.NewReader(p.data[p.at:min(p.at+10, len(p.data))])
	size := r.Len()
	strip, ok := readBack(r)
	p.at += size - r.Len()
	n := bytes.IndexByte(p.data[p.at:], 0)
	if !ok || strip > int64(len(p.Path)) || n < 0 {
		return false
	}
	p.Path = p.Path[:len(p.Path)-int(strip)] + p.text[p.at:p.at+n]
	p.at += n + 1
	return true
}

// extensions reads what follows the entries. One that is not known and that
// cannot be passed over begins with a lower-case letter.
func (p *indexParser) extensions(x *index) (split *link, err error) {
	for len(p.data)-p.at >= 8 {
		name := p.text[p.at : p.at+4]
		size := int(binary.BigEndian.Uint32(p.data[p.at+4:]))
		p.at += 8
		if size > len(p.data)-p.at {
			return nil, errIndex
		}
		data := p.data[p.at : p.at+size]
		p.at += size
		switch {
		case name == "TREE":
			x.trees = parseTrees(data, p.hashSize)
		case name == "link":
			if split, err = parseLink(data, p.hashSize); err != nil {
				return nil, err
			}
		case name == "sdir": // directories may be entries
		case name[0] < 'A' || name[0] > 'Z':
			return nil, errUnknownIndex
		}
	}
	return split, nil
}

// below returns the entries whose paths begin with prefix.
func (x *index) below(prefix string) []Entry {
	start := sort.Search(len(x.entries), func(i int) bool { return x.entries[i].Path >= prefix })
	rest := x.entries[start:]
	n := sort.Search(len(rest), func(i int) bool { return !strings.HasPrefix(rest[i].Path, prefix) })
	return rest[:n]
}

// has reports whether there is an entry at a path.
func (x *index) has(path string) bool {
	i := sort.Search(len(x.entries), func(i int) bool { return x.entries[i].Path >= path })
	return i < len(x.entries) && x.entries[i].Path == path
}
