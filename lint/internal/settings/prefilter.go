package settings

import "kustoconn/internal/fold"

// MayHold reports whether a file can hold settings. It is far cheaper than
// reading the file: each has one of two words in it, in any case, for every anchor
// has one in its name or its value, stands beside a key that has, or needs a line
// that names its package.
func MayHold(text string) bool {
	return fold.Contains(text, "kusto", len("")) || fold.Contains(text, "explorer", len("e"))
}
