package recognize

import (
	"kustoconn/internal/fold"
	"strings"
	"unicode"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// MayHold reports whether a text can hold a string: where it says no, Find
// finds nothing in a text without a key. It is made for whole files: a search
// for the name of the service and a look at the word before each equals sign.
func MayHold(text string) bool {
	return fold.Contains(text, "kusto", 0) || holdsKeyword(text) || holdsServiceHost(text)
}

// holdsKeyword reports whether one of Kusto's own keywords, or the name of its
// default database, stands at an equals sign.
func holdsKeyword(text string) bool {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '=')
		if n < 0 {
			return false
		}
		before := text[at : at+n]
		at += n + 1
		if endsEvident(before) || namesDefaultDatabase(text[at:]) {
			return true
		}
	}
}

// endsEvident reports whether s, which ends before an equals sign, may end
// with a keyword that is evidence.
func endsEvident(s string) bool {
	if s == "" {
		return false
	}
	if c := s[len(s)-1]; c <= ' ' || c >= 0x80 {
		s = strings.TrimRightFunc(s, unicode.IsSpace)
	}
	if s == "" || !isWordByte(s[len(s)-1]) {
		return false
	}
	if endsLikeKeyword(s) {
		if from, ok := knownBefore(s, 0, len(s)); ok && vocabulary.IsKustoOnly(s[from:]) {
			return true
		}
	}
	return endsInStem(s)
}

// defaultDatabase is a database that only Kusto clusters have.
var defaultDatabase = schema.Get(schema.InitialCatalog).Default

// namesDefaultDatabase reports whether s, which starts behind an equals sign,
// starts with the name of the default database.
func namesDefaultDatabase(s string) bool {
	for s != "" && (s[0] == ' ' || s[0] == '\t' || s[0] == '"' || s[0] == '\'') {
		s = s[1:]
	}
	return len(s) >= len(defaultDatabase) && strings.EqualFold(s[:len(defaultDatabase)], defaultDatabase)
}

// holdsServiceHost reports whether text holds a URI of a Kusto host whose name
// does not say so.
func holdsServiceHost(text string) bool {
	for at := 0; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return false
		}
		at += n + len("://")
		if isServiceHost(authority(text[at:])) {
			return true
		}
	}
}
