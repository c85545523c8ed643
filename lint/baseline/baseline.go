// Package baseline remembers findings that are known and not to be reported
// again. A finding is known by its rule, the path of its file and a keyed hash
// of its connection string: not by its line, which moves, and not by any text,
// so that the file can be committed.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"kustoconn/diag"
)

// version is that of the file's format.
const version = 1

// keySize is the size of the key, in bytes: that of the hash, as RFC 2104
// recommends.
const keySize = 32

// Baseline is a set of known findings, with how often each is known. It is made
// by New or Read; it must not be used by several goroutines at once.
type Baseline struct {
	key   []byte
	known map[entry]int
}

// entry is what a finding is known by.
type entry struct {
	Rule string `json:"rule"`
	Path string `json:"path"`
	Hash string `json:"hash"`
}

// file is the JSON form. The key is random: the same string hashes differently
// in each repository, and no table of hashes made in advance fits.
type file struct {
	Version  int       `json:"version"`
	Key      string    `json:"key"`
	Findings []counted `json:"findings"`
}

type counted struct {
	entry
	Count int `json:"count"`
}

// New returns an empty baseline with a new random key.
func New() *Baseline {
	return &Baseline{key: newKey(), known: map[entry]int{}}
}

// Read reads a baseline from the text of its file. Its errors repeat nothing of
// the text, which may be another file's.
func Read(data []byte) (*Baseline, error) {
	var f file
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, errors.New("not a baseline: not the JSON that --update-baseline writes")
	}
	if f.Version != version {
		return nil, fmt.Errorf("a baseline of version %d; this program reads version %d", f.Version, version)
	}
	key, err := base64.StdEncoding.DecodeString(f.Key)
	if err != nil || len(key) != keySize {
		return nil, errors.New("not a baseline: the key is damaged")
	}
	b := &Baseline{key: key, known: make(map[entry]int, len(f.Findings))}
	for _, c := range f.Findings {
		b.known[c.entry] += c.Count
	}
	return b, nil
}

// JSON returns the text of the baseline's file. The same findings give the
// same text.
func (b *Baseline) JSON() []byte {
	f := file{Version: version, Key: base64.StdEncoding.EncodeToString(b.key), Findings: []counted{}}
	for e, n := range b.known {
		f.Findings = append(f.Findings, counted{e, n})
	}
	slices.SortFunc(f.Findings, func(x, y counted) int {
		return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Hash, y.Hash))
	})
	data, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		panic(err) // strings and numbers always encode
	}
	return append(data, '\n')
}

// Add makes a finding known, once more where it is known already. The path has
// forward slashes and is relative to the baseline's directory; text is that of
// the connection string.
func (b *Baseline) Add(code diag.Code, path, text string) { b.known[b.entry(code, path, text)]++ }

// Forget drops what is known of the files whose paths drop reports true for.
func (b *Baseline) Forget(drop func(path string) bool) {
	for e := range b.known {
		if drop(e.Path) {
			delete(b.known, e)
		}
	}
}

// paths returns the paths of the files that anything is known of, in order.
func (b *Baseline) paths() []string {
	var paths []string
	for e := range b.known {
		paths = append(paths, e.Path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// Len returns the number of known findings.
func (b *Baseline) Len() (n int) {
	for _, count := range b.known {
		n += count
	}
	return n
}

// Filter returns what says of each finding of one run whether it is a known
// one, and takes it off the count: a finding known once hides one only. That of
// a nil Baseline hides nothing. It is not safe for concurrent use.
func (b *Baseline) Filter() (known func(code diag.Code, path, text string) bool) {
	if b == nil {
		return func(diag.Code, string, string) bool { return false }
	}
	left := map[entry]int{}
	return func(code diag.Code, path, text string) bool {
		e := b.entry(code, path, text)
		n, seen := left[e]
		if !seen {
			n = b.known[e]
		}
		left[e] = max(0, n-1)
		return n > 0
	}
}

func (b *Baseline) entry(code diag.Code, path, text string) entry {
	return entry{code.String(), path, hex.EncodeToString(sum(b.key, text))}
}
