// Package placeholder finds the parts of a text that stand for something to
// be filled in later: <cluster>, ${KEY}, {0}, %s, @Microsoft.KeyVault(…) and
// the like. A placeholder satisfies any type and is no secret.
//
// It stands at the beginning of the flow, before the grammar: the engine, the
// rules, masking and the linter all ask the one table of syntaxes here. The
// syntaxes are those seen in real files: templates of documentation, shells,
// CI systems, ARM and Bicep, .NET and Python formatting. Whoever analyses a
// template with package endpoint finds its placeholders with Find.
//
// All functions take any text, do not allocate where it holds no placeholder,
// and cost one pass over it.
package placeholder

import (
	"strings"

	"kustoconn/source"
)

// maxLen bounds the text inside a placeholder, in bytes, so that a stray brace
// in front of a long value is none.
const maxLen = 200

// Find returns the spans of the placeholders in text, marks included, in
// order, not overlapping, in bytes; nil where there are none.
func Find(text string) []source.Span {
	if !mayHold(text) {
		return nil
	}
	if isWholeValue(text) {
		return []source.Span{{Start: 0, End: len(text)}}
	}
	var found []source.Span
	for i := 0; i < len(text); {
		n := length(text[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, source.Span{Start: i, End: i + n})
		i += n
	}
	return found
}

// In reports whether text holds a placeholder.
func In(text string) bool { return mayHold(text) && len(Find(text)) > 0 }

// Whole reports whether text is nothing but placeholders, with blanks, tabs
// and the marks "-_./:|," between them: whether it has no constant part worth
// hiding. Empty text is not.
func Whole(text string) bool {
	if !mayHold(text) {
		return false
	}
	found := Find(text)
	if len(found) == 0 {
		return false
	}
	at := 0
	for _, s := range append(found, source.At(len(text))) {
		for _, r := range text[at:s.Start] {
			if !strings.ContainsRune(" \t-_./:|,", r) {
				return false
			}
		}
		at = s.End
	}
	return true
}

// mayHold is the cheap test that most values fail: a byte that starts a
// placeholder, or the start of what is one only as a whole value.
func mayHold(text string) bool {
	if text == "" {
		return false
	}
	switch text[0] {
	case '.', 'x', 'X', '-', 'y', 'Y', "…"[0]:
		return true
	}
	for i := 0; i < len(text); i++ {
		if byFirst[text[i]] != nil {
			return true
		}
	}
	return false
}
