package settings

import (
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/fold"
)

// MayHold reports whether a file can hold settings. It is far cheaper than
// reading the file: each has one of two words in it, in any case, for every anchor
// has one in its name or its value, stands beside a key that has, or needs a line
// that names its package; or it is a text that starts with a scheme of its own.
func MayHold(text string) bool {
	if fold.Contains(text, "kusto", len("")) || fold.Contains(text, "explorer", len("e")) {
		return true
	}
	for _, scheme := range otherSchemes {
		if strings.Contains(text, scheme) {
			return true
		}
	}
	return false
}

// otherSchemes are the starts of texts of tools that have neither of the words.
var otherSchemes = func() (all []string) {
	for _, tool := range tools.All() {
		for _, scheme := range tool.Schemes {
			if !strings.Contains(scheme, "kusto") && !strings.Contains(scheme, "explorer") {
				all = append(all, scheme+"://")
			}
		}
	}
	return all
}()
