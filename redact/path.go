package redact

import (
	"strconv"
	"strings"
	"unicode"
)

// Path returns the words by which a message names the file at path: the path with
// its secrets masked and control characters escaped, or instead where it holds
// "=" or ";", because it may be a connection string in the place of a path.
func Path(path, instead string) string {
	if strings.ContainsAny(path, "=;") {
		return instead
	}
	if strings.ContainsFunc(path, unicode.IsControl) {
		path = strings.Trim(strconv.Quote(path), `"`)
	}
	if strings.Contains(path, "://") { // with user and password, maybe
		return String(path)
	}
	return path
}
