package escape

import "strings"

// emphasis are the tags that people put around what a reader is to fill in.
var emphasis = [...]string{"i", "em", "var", "b", "strong", "u"}

// EmphasisTag returns an asterisk and the length of the tag at text[at:], where it opens or
// closes the emphasis on a word behind an equals sign (AppKey=<i>key</i>): that is what
// *key* is. Else it returns 0 bytes.
func EmphasisTag(text string, at int) (mark string, n int) {
	const longest = 40 // bytes of the word
	for _, name := range emphasis {
		opening, closing := "<"+name+">", "</"+name+">"
		if rest, ok := strings.CutPrefix(text[at:], opening); ok && strings.HasSuffix(text[:at], "=") {
			word, _, closed := strings.Cut(rest[:min(len(rest), longest)], closing)
			if closed && isWord(word) {
				return "*", len(opening)
			}
		}
		if strings.HasPrefix(text[at:], closing) {
			before := text[max(0, at-longest):at]
			if i := strings.LastIndex(before, "="+opening); i >= 0 && isWord(before[i+1+len(opening):]) {
				return "*", len(closing)
			}
		}
	}
	return "", 0
}

// isWord reports whether a reader is to fill in what an emphasised text names.
func isWord(text string) bool {
	return text != "" && !strings.EqualFold(text, "true") && !strings.EqualFold(text, "false") &&
		strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_ ") == "" && strings.TrimSpace(text) == text
}
