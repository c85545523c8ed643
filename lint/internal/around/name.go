package around

import (
	"strings"

	"kustoconn/internal/vocabulary"
)

// namesCredential reports whether a path of keys, which dots separate, ends with
// a credential's name, or with "value" below one.
func namesCredential(path string) bool {
	if at := len(path) - len(".value"); at > 0 && strings.EqualFold(path[at:], ".value") {
		path = path[:at]
	}
	return path != "" && vocabulary.LooksLikeCredential(path[strings.LastIndexByte(path, '.')+1:])
}

// wordBefore returns the name that ends a text, without quotes around it.
func wordBefore(text string) string {
	const longest = 64
	text = strings.TrimRight(text[max(0, len(text)-longest):], " \t\"'`]")
	return text[strings.LastIndexAny(text, " \t\"'`[({<>,;&?=:$%/")+1:]
}
