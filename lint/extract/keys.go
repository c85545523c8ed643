package extract

import (
	"strings"

	"kustoconn/source"
)

// maxKey bounds a path of keys, in bytes: many values under one long key must
// not cost the product of both.
const maxKey = 256

// keyPath is the path of keys from a file's root to where a reader stands.
type keyPath []string

// String joins the parts with dots. A path that is too long loses its first
// parts, then the front of what is left: its end says what a value is.
func (k keyPath) String() string {
	first, size := len(k), 0
	for first > 0 && size+len(k[first-1]) <= maxKey {
		first--
		size += len(k[first]) + len(".")
	}
	if first == len(k) && first > 0 {
		last := k[first-1]
		cut := len(last) - maxKey
		return last[source.RuneBoundary(last, cut):]
	}
	joined := make([]byte, 0, size)
	for i, part := range k[first:] {
		if i > 0 {
			joined = append(joined, '.')
		}
		joined = append(joined, part...)
	}
	return string(joined)
}

// with returns the path of one more key.
func (k keyPath) with(part string) string {
	k = k[max(0, len(k)-maxKey):]
	return append(k[:len(k):len(k)], part).String()
}

// splitKey splits the last name off a path.
func splitKey(path string) (parent, last string) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], path[i+1:]
}
