package git

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"

	"kustoconn/internal/regular"
)

// pack is a file of many objects, and its index, which is sorted by their names.
// Both are read where they are asked, for an index may have hundreds of
// megabytes.
//
// Source: gitformat-pack(5).
type pack struct {
	name     string // less ".idx"
	hashSize int

	once   sync.Once
	err    error
	index  *os.File
	data   *os.File
	fanout [256]uint32
	first  int64 // offset of the names in the index
	width  int64 // of what stands for one of them: version 1 has the offset before it
}

// maxDeltas is how many deltas may stand on one another: git writes 4,095.
const maxDeltas = 4096

// baseFactor is how much larger than an object the one may be that its delta
// starts from: git writes no delta from one of more than 32 times the size.
const baseFactor = 32

// packed returns where a pack holds the object.
func (s *store) packed(id ID) (*pack, int64, bool) {
	s.packOnce.Do(s.findPacks)
	for _, p := range s.packs {
		if offset, ok := p.find(id); ok {
			return p, offset, true
		}
	}
	return nil, 0, false
}

func (s *store) findPacks() {
	for _, dir := range s.dirs {
		entries, _ := os.ReadDir(filepath.Join(dir, "pack"))
		for _, e := range entries {
			if name, ok := strings.CutSuffix(e.Name(), ".idx"); ok && strings.HasPrefix(name, "pack-") {
				s.packs = append(s.packs, &pack{name: filepath.Join(dir, "pack", name), hashSize: s.hashSize})
			}
		}
	}
}

func (s *store) close() {
	for _, p := range s.packs {
		if p.index != nil {
			p.index.Close()
		}
		if p.data != nil {
			p.data.Close()
		}
	}
}

func (p *pack) open() error {
	p.once.Do(func() {
		if p.index, _, p.err = regular.Open(p.name + ".idx"); p.err != nil {
			return
		}
		if p.data, _, p.err = regular.Open(p.name + ".pack"); p.err != nil {
			return
		}
		var head [8 + 256*4]byte
		if _, p.err = p.index.ReadAt(head[:], 0); p.err != nil {
			return
		}
		table := head[8:]
		p.first, p.width = 8+256*4, int64(p.hashSize)
		switch {
		case string(head[:4]) != "\xfftOc":
			table = head[:256*4]
			p.first, p.width = 256*4, 4+int64(p.hashSize)
		case binary.BigEndian.Uint32(head[4:]) != 2:
			p.err = errDamaged
			return
		}
		for i := range p.fanout {
			p.fanout[i] = binary.BigEndian.Uint32(table[4*i:])
		}
	})
	return p.err
}

// find returns where the pack holds the object.
func (p *pack) find(id ID) (offset int64, ok bool) {
	if p.open() != nil {
		return 0, false
	}
	i := p.search(id)
	if i >= p.fanout[255] || string(p.nameOf(i)) != string(id) {
		return 0, false
	}
	if p.width > int64(p.hashSize) { // version 1
		var b [4]byte
		_, err := p.index.ReadAt(b[:], p.first+int64(i)*p.width)
		return int64(binary.BigEndian.Uint32(b[:])), err == nil
	}
	return p.offset(i)
}

// search returns the number of the first object whose name is not below id, where
// one with the same first byte is; else of the first of the next byte.
func (p *pack) search(id ID) uint32 {
	low, high := uint32(0), p.fanout[id[0]]
	if id[0] > 0 {
		low = p.fanout[id[0]-1]
	}
	if high < low {
		return p.fanout[255]
	}
	return low + uint32(sort.Search(int(high-low), func(i int) bool { return string(p.nameOf(low+uint32(i))) >= string(id) }))
}

// nameOf returns the name of object i; nil where the index is damaged.
func (p *pack) nameOf(i uint32) []byte {
	name := make([]byte, p.hashSize)
	if _, err := p.index.ReadAt(name, p.first+int64(i)*p.width+p.width-int64(p.hashSize)); err != nil {
		return nil
	}
	return name
}

// offset returns the offset of object i by an index of version 2.
func (p *pack) offset(i uint32) (int64, bool) {
	count := int64(p.fanout[255])
	at := p.first + count*(p.width+4) // behind the names and checksums
	var b [8]byte
	if _, err := p.index.ReadAt(b[:4], at+4*int64(i)); err != nil {
		return 0, false
	}
	n := binary.BigEndian.Uint32(b[:4])
	if n < 1<<31 {
		return int64(n), true
	}
	if _, err := p.index.ReadAt(b[:], at+4*count+8*int64(n&(1<<31-1))); err != nil {
		return 0, false
	}
	large := binary.BigEndian.Uint64(b[:])
	return int64(large), large < 1<<62
}

// delta is what an object differs in from another, and where it stands.
type delta struct {
	offset int64
	data   []byte
}

// read returns the object at an offset, of at most limit bytes. What c has of it is
// taken from there; c may be nil.
func (p *pack) read(s *store, c *cache, offset, limit int64) (kind objectKind, data []byte, err error) {
	var deltas []delta
	room := limit
	for {
		if known, ok := c.get(place{p, offset}); ok {
			if len(deltas) == 0 && int64(len(known.data)) > limit {
				return 0, nil, ErrTooLarge
			}
			kind, data = known.kind, known.data
			break
		}
		e, err := p.entry(offset, room)
		switch {
		case err != nil:
			return 0, nil, err
		case e.base == "" && e.kind != offsetDelta:
			kind, data = e.kind, e.data
			c.put(place{p, offset}, object{kind, data})
		default:
			if len(deltas) == 0 {
				if size, ok := resultSize(e.data); !ok {
					return 0, nil, errDamaged
				} else if size > limit {
					return 0, nil, ErrTooLarge
				}
				room = limit*baseFactor + 1<<20
			}
			deltas = append(deltas, delta{offset, e.data})
			if len(deltas) > maxDeltas {
				return 0, nil, errDamaged
			}
			if e.base == "" {
				offset = e.offset
				continue
			}
			var ok bool
			if offset, ok = p.find(e.base); ok {
				continue
			}
			if kind, data, err = s.readLoose(e.base, room); err != nil {
				return 0, nil, err
			}
		}
		break
	}
	for i := len(deltas) - 1; i >= 0; i-- {
		if data, err = applyDelta(data, deltas[i].data, room); err != nil {
			return 0, nil, err
		}
		c.put(place{p, deltas[i].offset}, object{kind, data})
	}
	return kind, data, nil
}

// packEntry is what stands at an offset of a pack: an object, or a delta and
// what it starts from.
type packEntry struct {
	kind   objectKind
	data   []byte
	offset int64 // of the base, for offsetDelta
	base   ID    // for objectDelta
}

func (p *pack) entry(offset, limit int64) (e packEntry, err error) {
	z := newInflater(io.NewSectionReader(p.data, offset, 1<<62-offset))
	defer z.release()
	b, err := z.source.ReadByte()
	if err != nil {
		return e, errDamaged
	}
	e.kind = objectKind(b >> 4 & 7)
	size := int64(b & 15)
	for shift := 4; b >= 0x80; shift += 7 {
		if b, err = z.source.ReadByte(); err != nil || shift > 55 {
			return e, errDamaged
		}
		size |= int64(b&0x7f) << shift
	}
	switch e.kind {
	case commitObject, treeObject, blobObject, tagObject:
	case offsetDelta:
		back, ok := readBack(z.source)
		if !ok || back <= 0 || back > offset {
			return e, errDamaged
		}
		e.offset = offset - back
	case objectDelta:
		id := make([]byte, p.hashSize)
		if _, err := io.ReadFull(z.source, id); err != nil {
			return e, errDamaged
		}
		e.base = ID(id)
	default:
		return e, errDamaged
	}
	if size > limit {
		return e, ErrTooLarge
	}
	if err := z.start(); err != nil {
		return e, err
	}
	e.data, err = readExactly(z.zlib, size)
	return e, err
}

// readBack reads how far before a delta its base stands.
func readBack(r io.ByteReader) (int64, bool) {
	b, err := r.ReadByte()
	n := int64(b & 0x7f)
	for err == nil && b >= 0x80 && n < 1<<54 {
		b, err = r.ReadByte()
		n = (n+1)<<7 | int64(b&0x7f)
	}
	return n, err == nil && n < 1<<61
}

// resultSize returns the size of what a delta makes.
func resultSize(delta []byte) (int64, bool) {
	r := bytes.NewReader(delta)
	if _, err := binary.ReadUvarint(r); err != nil {
		return 0, false
	}
	size, err := binary.ReadUvarint(r)
	return int64(size), err == nil && size < 1<<62
}

// applyDelta returns what a delta makes of base, at most limit bytes.
func applyDelta(base, delta []byte, limit int64) ([]byte, error) {
	r := bytes.NewReader(delta)
	from, err := binary.ReadUvarint(r)
	if err != nil || from != uint64(len(base)) {
		return nil, errDamaged
	}
	size, err := binary.ReadUvarint(r)
	if err != nil || size > uint64(limit) {
		return nil, ErrTooLarge
	}
	out := make([]byte, 0, min(size, 1<<20))
	for r.Len() > 0 {
		op, _ := r.ReadByte()
		var part []byte
		if op >= 0x80 {
			at, n := copied(r, op)
			if at+n > uint64(len(base)) {
				return nil, errDamaged
			}
			part = base[at : at+n]
		} else {
			at := len(delta) - r.Len()
			if op == 0 || at+int(op) > len(delta) {
				return nil, errDamaged
			}
			part = delta[at : at+int(op)]
			r.Seek(int64(op), io.SeekCurrent)
		}
		if uint64(len(out)+len(part)) > size {
			return nil, errDamaged
		}
		out = append(out, part...)
	}
	if uint64(len(out)) != size {
		return nil, errDamaged
	}
	return out, nil
}

// copied reads the offset and the size of a copy: of each the bytes that op
// says are there.
func copied(r io.ByteReader, op byte) (at, n uint64) {
	for i := range 7 {
		if op&(1<<i) == 0 {
			continue
		}
		b, _ := r.ReadByte()
		if i < 4 {
			at |= uint64(b) << (8 * i)
		} else {
			n |= uint64(b) << (8 * (i - 4))
		}
	}
	if n == 0 {
		n = 1 << 16
	}
	return at, n
}
