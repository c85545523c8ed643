// Package pathname says how messages name a file. It stands after package redact
// in the flow: what was typed in a path's place may be a connection string.
package pathname

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/redact"
)

// Shown returns the words by which a message names the file at path: the path with
// what is not printable escaped and secrets masked, or instead where it holds "=" or
// ";", because it may be a connection string in the place of a path.
func Shown(path, instead string) string {
	if strings.ContainsAny(path, "=;") {
		return instead
	}
	if !utf8.ValidString(path) || strings.ContainsFunc(path, isUnprintable) {
		path = strings.Trim(strconv.Quote(path), `"`)
	}
	if strings.Contains(path, "://") { // with user and password, maybe
		return redact.String(path)
	}
	return path
}

func isUnprintable(r rune) bool { return !unicode.IsPrint(r) }
