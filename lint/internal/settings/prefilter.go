package settings

import (
	"bytes"
	"strings"
)

// signs are words of which a file with settings holds one, in any case: every
// anchor has one in its name or its value, stands beside a key that has, or
// needs a line that names its package.
// rare is the offset of two letters that few other words hold side by side.
var signs = []struct {
	word string
	rare int
}{
	{"kusto", len("")},
	{"explorer", len("e")},
}

// MayHold reports whether a file can hold settings. It is far cheaper than
// reading the file.
func MayHold(data []byte) bool {
	for _, s := range signs {
		pair := s.word[s.rare : s.rare+2]
		upper := strings.ToUpper(pair)
		for _, variant := range []string{pair, upper[:1] + pair[1:], pair[:1] + upper[1:], upper} {
			if containsAround(data, []byte(variant), s.word, s.rare) {
				return true
			}
		}
	}
	return false
}

// containsAround reports whether word, in any case, is in data with pair at
// the given offset in it. Searching for two bytes as they are is what the
// standard library does fast.
func containsAround(data, pair []byte, word string, offset int) bool {
	for at := 0; ; {
		n := bytes.Index(data[at:], pair)
		if n < 0 {
			return false
		}
		start := at + n - offset
		if start >= 0 && start+len(word) <= len(data) && bytes.EqualFold(data[start:start+len(word)], []byte(word)) {
			return true
		}
		at += n + 1
	}
}
