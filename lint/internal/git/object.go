package git

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"kustoconn/internal/regular"
)

// ID names an object: the bytes of its hash.
type ID string

// String returns the hash in hexadecimal digits.
func (id ID) String() string { return hex.EncodeToString([]byte(id)) }

// ErrTooLarge says that an object is larger than the limit of the call.
var ErrTooLarge = errors.New("the object is larger than the limit")

// ErrMissing says that the repository does not have an object. A partial clone
// would ask a server for it; here nobody is asked.
var ErrMissing = errors.New("git does not have the contents")

var errDamaged = errors.New("an object of the repository is damaged")

// maxTree bounds commits and trees, in bytes: a folder of a million files has
// some 50 MB.
const maxTree = 64 << 20

type objectKind int

// The kinds of objects, as packs number them.
const (
	commitObject objectKind = 1
	treeObject   objectKind = 2
	blobObject   objectKind = 3
	tagObject    objectKind = 4
	offsetDelta  objectKind = 6
	objectDelta  objectKind = 7
)

var objectKinds = map[string]objectKind{"commit": commitObject, "tree": treeObject, "blob": blobObject, "tag": tagObject}

// store is the objects of a repository and of its alternates.
type store struct {
	hashSize int
	dirs     []string
	packOnce sync.Once
	packs    []*pack
}

func newStore(hashSize int) *store { return &store{hashSize: hashSize} }

const maxAlternates = 5 // deep, as git has it

// add takes in a folder of objects, and its alternates, which are looked into
// for objects by their names and for nothing else.
func (s *store) add(dir string, depth int) {
	for _, known := range s.dirs {
		if known == dir {
			return
		}
	}
	s.dirs = append(s.dirs, dir)
	data, err := regular.ReadFile(filepath.Join(dir, "info", "alternates"), 1<<20)
	if err != nil || depth == maxAlternates {
		return
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case filepath.IsAbs(line):
			s.add(filepath.Clean(line), depth+1)
		default:
			s.add(filepath.Join(dir, line), depth+1)
		}
	}
}

// read returns the kind and the contents of an object of at most limit bytes.
func (s *store) read(id ID, limit int64) (objectKind, []byte, error) {
	if len(id) != s.hashSize {
		return 0, nil, errDamaged
	}
	if kind, data, err := s.readLoose(id, limit); err != ErrMissing {
		return kind, data, err
	}
	if p, offset, ok := s.packed(id); ok {
		return p.read(s, nil, offset, limit)
	}
	return 0, nil, ErrMissing
}

func (s *store) readLoose(id ID, limit int64) (objectKind, []byte, error) {
	name := id.String()
	for _, dir := range s.dirs {
		f, _, err := regular.Open(filepath.Join(dir, name[:2], name[2:]))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return 0, nil, err
		}
		defer f.Close()
		return inflateLoose(f, limit)
	}
	return 0, nil, ErrMissing
}

// inflateLoose reads an object of its own file: "kind size", a NUL, the
// contents, all compressed.
func inflateLoose(f io.Reader, limit int64) (objectKind, []byte, error) {
	z := newInflater(f)
	defer z.release()
	if err := z.start(); err != nil {
		return 0, nil, err
	}
	var header [32]byte
	n, _ := io.ReadFull(z.zlib, header[:])
	text, _, ok := bytes.Cut(header[:n], []byte{0})
	word, digits, _ := strings.Cut(string(text), " ")
	size, err := strconv.ParseInt(digits, 10, 64)
	kind := objectKinds[word]
	if !ok || err != nil || kind == 0 || size < 0 {
		return 0, nil, errDamaged
	}
	if size > limit {
		return 0, nil, ErrTooLarge
	}
	start := header[len(text)+1 : n]
	data, err := readExactly(io.MultiReader(bytes.NewReader(start), z.zlib), size)
	return kind, data, err
}

// readExactly returns size bytes of what is compressed. The memory follows what
// is there, not what is promised.
func readExactly(r io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(size, 1<<20)) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(r, size))
	if err != nil || n != size {
		return nil, errDamaged
	}
	return b.Bytes(), nil
}

// inflater is a decompressor that is used again: each has a window of 32 KiB.
type inflater struct {
	source *bufio.Reader
	zlib   io.ReadCloser
}

var inflaters sync.Pool

// newInflater returns an inflater of what start finds in r.
func newInflater(r io.Reader) *inflater {
	z, ok := inflaters.Get().(*inflater)
	if !ok {
		z = &inflater{source: bufio.NewReader(r)}
	}
	z.source.Reset(r)
	return z
}

// start reads what is compressed from where the source is.
func (z *inflater) start() (err error) {
	if z.zlib == nil {
		z.zlib, err = zlib.NewReader(z.source)
	} else {
		err = z.zlib.(zlib.Resetter).Reset(z.source, nil)
	}
	if err != nil {
		return errDamaged
	}
	return nil
}

func (z *inflater) release() {
	z.source.Reset(nil)
	inflaters.Put(z)
}

// Blob returns the contents of a file's object of at most limit bytes;
// ErrTooLarge for more, ErrMissing where the repository does not have it.
func (r *Repository) Blob(id ID, limit int64) ([]byte, error) {
	kind, data, err := r.objects.read(id, limit)
	if err == nil && kind != blobObject {
		return nil, errDamaged
	}
	return data, err
}
