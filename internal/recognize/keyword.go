package recognize

import (
	"strings"

	"kustoconn/internal/fold"
	"kustoconn/internal/table"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// maxKeyword bounds a keyword worth looking at, in bytes; the longest of ours
// has 49.
const maxKeyword = 64

// kustoOnlyKeywords holds every keyword that is Kusto's alone, as tables spell
// it.
var kustoOnlyKeywords = vocabulary.KustoOnlyKeywords()

// lastWords holds the last word of every keyword of ours, in lower case: most
// words before an equals sign are none of them, and need no closer look.
var lastWords = func() (set table.Table[bool]) {
	for _, p := range schema.Properties() {
		for _, k := range p.Keywords() {
			folded := strings.ToLower(k)
			set.Set(folded[strings.LastIndexByte(folded, ' ')+1:], true)
			set.Set(fold.Keyword(k), true)
		}
	}
	return set
}()

// lastLetters holds the last two letters of those words.
var lastLetters = func() (set bytePairs) {
	for _, p := range schema.Properties() {
		for _, k := range p.Keywords() {
			set.add(k[len(k)-2], k[len(k)-1])
		}
	}
	return set
}()

// endsLikeKeyword reports whether the last word of s is that of a keyword of
// ours. It does not allocate.
func endsLikeKeyword(s string) bool {
	if len(s) < 2 || !lastLetters.has(s[len(s)-2], s[len(s)-1]) {
		return false
	}
	var word [maxKeyword]byte
	at := len(word)
	for i := len(s) - 1; i >= 0 && isWordByte(s[i]) && s[i] < 0x80; i-- {
		if at == 0 {
			return false
		}
		at--
		word[at] = lower(s[i])
	}
	return lastWords.GetBytes(word[at:]) != nil
}

// lookup is schema.Lookup for keywords whose words are not torn apart.
func lookup(keyword string) (schema.ID, bool) {
	if len(keyword) > maxKeyword || !endsLikeKeyword(keyword) {
		return schema.None, false
	}
	return schema.Lookup(keyword)
}
