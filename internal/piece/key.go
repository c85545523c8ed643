package piece

import (
	"strings"

	"kustoconn/source"
)

// MaxKey bounds a path of keys, in bytes: many values under one long key must
// not cost the product of both.
const MaxKey = 256

// KeyPath is the path of keys from a file's root to where a reader stands.
type KeyPath []string

// String joins the parts with dots. A path that is too long loses its first
// parts, then the front of what is left: its end says what a value is.
func (k KeyPath) String() string {
	first, size := len(k), 0
	for first > 0 && size+len(k[first-1]) <= MaxKey {
		first--
		size += len(k[first]) + len(".")
	}
	if first == len(k) && first > 0 {
		last := k[first-1]
		cut := len(last) - MaxKey
		return last[source.RuneBoundary(last, cut):]
	}
	return strings.Join(k[first:], ".")
}

// With returns the path of one more key, joined.
func (k KeyPath) With(part string) string {
	k = k[max(0, len(k)-MaxKey):]
	return append(k[:len(k):len(k)], part).String()
}

// SplitKey splits the last name off a joined path.
func SplitKey(path string) (parent, last string) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], path[i+1:]
}
