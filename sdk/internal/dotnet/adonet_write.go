package dotnet

import (
	"strings"
	"unicode"
)

// Builder holds keywords and values as DbConnectionStringBuilder does. The
// zero Builder is empty and ready to use. It is what canonical texts and their
// quoting are compared with.
type Builder struct {
	// The entries of a .NET Dictionary: a removed one, nil, is reused by the
	// next keyword, the last removed first.
	entries []*Pair
	removed []int
	index   map[string]int // by keyword in upper case
}

// Set assigns value to keyword, which keeps its first spelling and its place.
// It returns false, and does nothing, where .NET throws ArgumentException: on
// a keyword that is empty, starts with a semicolon, starts or ends with white
// space or holds a control character, and on a value with a NUL.
func (b *Builder) Set(keyword, value string) bool {
	if !isKeyword(keyword) || strings.Contains(value, "\x00") {
		return false
	}
	folded := strings.Map(toUpperOrdinal, keyword)
	if i, ok := b.index[folded]; ok {
		b.entries[i].Value = value
		return true
	}
	i := len(b.entries)
	if last := len(b.removed) - 1; last >= 0 {
		i = b.removed[last]
		b.removed = b.removed[:last]
	} else {
		b.entries = append(b.entries, nil)
	}
	b.entries[i] = &Pair{Keyword: keyword, Value: value}
	if b.index == nil {
		b.index = map[string]int{}
	}
	b.index[folded] = i
	return true
}

// Remove drops keyword, if it is there.
func (b *Builder) Remove(keyword string) {
	folded := strings.Map(toUpperOrdinal, keyword)
	if i, ok := b.index[folded]; ok {
		delete(b.index, folded)
		b.entries[i] = nil
		b.removed = append(b.removed, i)
	}
}

// Assign sets or removes what pairs say, in order.
func (b *Builder) Assign(pairs []Pair) {
	for _, pair := range pairs {
		if pair.Unset {
			b.Remove(pair.Keyword)
		} else {
			b.Set(pair.Keyword, pair.Value)
		}
	}
}

// Pairs lists what is held, in the order in which .NET does, without spans.
func (b *Builder) Pairs() []Pair {
	pairs := make([]Pair, 0, len(b.index))
	for _, entry := range b.entries {
		if entry != nil {
			pairs = append(pairs, *entry)
		}
	}
	return pairs
}

// String returns the text that the ConnectionString property reads as. It
// does not always read back: an empty value removes its keyword, and one that
// ends with a line feed may lose it.
func (b *Builder) String() string {
	var parts []string
	for _, pair := range b.Pairs() {
		parts = append(parts, strings.ReplaceAll(pair.Keyword, "=", "==")+"="+quote(pair.Value))
	}
	return strings.Join(parts, ";")
}

func quote(value string) string {
	switch {
	case isBare(value):
		return value
	case strings.Contains(value, `"`) && !strings.Contains(value, "'"):
		return "'" + value + "'"
	}
	return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
}

// isBare and isKeyword are regular expressions in .NET, whose "$" also
// matches before a line feed at the end.

func isBare(value string) bool {
	return !strings.ContainsFunc(strings.TrimSuffix(value, "\n"), func(r rune) bool {
		return strings.ContainsRune(`"'=;`, r) || unicode.IsSpace(r) || unicode.IsControl(r)
	})
}

func isKeyword(s string) bool {
	s = strings.TrimSuffix(s, "\n")
	return s != "" && s[0] != ';' && strings.TrimSpace(s) == s && !strings.ContainsFunc(s, unicode.IsControl)
}
