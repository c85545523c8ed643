package endpoint

import "unicode"

// eastAsian scripts are written together, as Japanese does, and count as one
// (Unicode Technical Standard 39, section 5.1).
var eastAsian = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo}

// mixedScripts reports whether the letters of label are of several scripts.
// Letters that all scripts share count for none.
func mixedScripts(label string) bool {
	var script []*unicode.RangeTable
	for _, r := range label {
		switch {
		case !unicode.IsLetter(r) || unicode.In(r, unicode.Common, unicode.Inherited):
		case script == nil:
			script = scriptOf(r)
		case !unicode.In(r, script...):
			return true
		}
	}
	return false
}

func scriptOf(r rune) []*unicode.RangeTable {
	if unicode.Is(unicode.Latin, r) {
		return []*unicode.RangeTable{unicode.Latin}
	}
	if unicode.In(r, eastAsian...) {
		return eastAsian
	}
	for _, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return []*unicode.RangeTable{table}
		}
	}
	return nil
}
