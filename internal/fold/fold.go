// Package fold compares keywords as connection strings do: by ASCII case folding
// and without U+0020. It holds the rule and a look-up by it.
//
// It stands before package schema in the flow and knows no keyword.
package fold

import "strings"

// Keyword returns keyword as keywords are compared: A to Z in lower case and
// every U+0020 left out. Nothing else changes; a tab, a no-break space or a
// letter outside ASCII stays. It returns keyword itself where that is folded
// already, and costs one pass. Go, Python and Java clients compare so too.
func Keyword(keyword string) string {
	for i := 0; i < len(keyword); i++ {
		if c := keyword[i]; c == ' ' || 'A' <= c && c <= 'Z' {
			return foldFrom(keyword, i)
		}
	}
	return keyword
}

// foldFrom is Keyword for a keyword whose first i bytes are folded already.
func foldFrom(keyword string, i int) string {
	var b strings.Builder
	b.Grow(len(keyword))
	b.WriteString(keyword[:i])
	for ; i < len(keyword); i++ {
		if c := keyword[i]; c != ' ' {
			b.WriteByte(lower(c))
		}
	}
	return b.String()
}

// lower returns an ASCII letter in lower case and any other byte as it is.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
