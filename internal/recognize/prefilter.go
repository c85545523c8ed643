package recognize

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"kustoconn/endpoint"
	"kustoconn/internal/literals"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// MayHold reports whether a text can hold a string: where it says no, Find
// finds nothing in a text without a key. It is made for whole files: a search
// for the names of the service and a look at the word before each equals sign.
func MayHold(text string) bool {
	return HoldsName(text, names()) || MayHoldKeyword(text)
}

// HoldsName reports whether text holds one of names, which Names are among: a word that
// only starts as the service's name does, that of a tool for Kubernetes, is none.
func HoldsName(text string, names *literals.Set) bool {
	const other = "kustomiz"
	for at := names.Next(text, 0); at >= 0; at = names.Next(text, at+1) {
		if len(text)-at < len(other) || !strings.EqualFold(text[at:at+len(other)], other) {
			return true
		}
	}
	return false
}

var names = sync.OnceValue(func() *literals.Set { return literals.NewSet(Names()...) })

// Names returns words in lower case of which each text holds one that MayHold says
// yes of, but for those that MayHoldKeyword says yes of: the name of the service,
// and what its hosts are known by whose name does not say so.
func Names() []string {
	const service = "kusto"
	all := []string{service}
	for _, host := range endpoint.BuiltinHosts() {
		if labels := strings.Split(strings.TrimPrefix(host, "."), "."); !strings.Contains(host, service) {
			all = append(all, labels[0]+"."+labels[1])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// MayHoldKeyword reports whether one of Kusto's own keywords, or the name of its
// default database, may stand at an equals sign of text.
func MayHoldKeyword(text string) bool {
	var meant suggestions
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '=')
		if n < 0 {
			return false
		}
		before := text[at : at+n]
		at += n + 1
		if meant.endEvident(before) || namesDefaultDatabase(text[at:]) {
			return true
		}
	}
}

// endEvident reports whether s, which ends before an equals sign, may end
// with a keyword that is evidence.
func (s *suggestions) endEvident(text string) bool {
	if text == "" {
		return false
	}
	if text[len(text)-1] == ' ' {
		text = text[:len(text)-1] // one is usual, and the rest seldom
	}
	text = trimRightSpace(text)
	if len(text) < 2 || !isWordByte(text[len(text)-1]) {
		return false
	}
	return lastLetters.has(text[len(text)-2], text[len(text)-1]) && endsKustoOnly(text[max(0, len(text)-2*maxKeyword):]) || s.endMisspelt(text)
}

func trimRightSpace(s string) string {
	if s == "" || ' ' < s[len(s)-1] && s[len(s)-1] < 0x80 {
		return s
	}
	return strings.TrimRightFunc(s, unicode.IsSpace)
}

// endsKustoOnly reports whether s may end with a keyword that is Kusto's alone, also
// one behind the escape of a character or folded over lines.
func endsKustoOnly(s string) bool {
	if isKustoOnlyAtEnd(s) {
		return true
	}
	if at := strings.LastIndexByte(s, '\\'); at >= 0 && at+len(`\n`) < len(s) && isKustoOnlyAtEnd(s[at+len(`\n`):]) {
		return true
	}
	return endsLikeKeyword(s) && strings.ContainsAny(s, "\r\n") && isKustoOnlyAtEnd(strings.Join(strings.Fields(s), " "))
}

func isKustoOnlyAtEnd(s string) bool {
	from, ok := knownBefore(s, 0, len(s))
	return ok && vocabulary.IsKustoOnly(s[from:])
}

// endMisspelt reports whether text may end with a misspelt keyword that is Kusto's
// alone: some of its last words are, whatever stands before them.
func (s *suggestions) endMisspelt(text string) bool {
	start := len(text)
	for start > max(0, len(text)-maxKeyword) && (isWordByte(text[start-1]) || text[start-1] == ' ' || text[start-1] == '-') {
		start--
	}
	if !endsInStem(text[start:]) {
		return false
	}
	for ; start < len(text); start++ {
		starts := start == 0 || !isWordByte(text[start-1]) || start > 1 && text[start-2] == '\\'
		if starts && isWordByte(text[start]) && s.isMisspelt(text[start:]) {
			return true
		}
	}
	return s.full()
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
