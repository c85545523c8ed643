package fold

import "strings"

// Contains reports whether text holds word, two letters or more of lower-case
// ASCII, in any case. The search is for the letter at offset rare alone, of which
// there is another behind it in word: for the one that few other words hold, a
// file is passed over as fast as memory is read. It costs one pass for each case
// of that letter, and does not allocate.
func Contains(text, word string, rare int) bool {
	lower, next := word[rare], word[rare+1]
	for _, letter := range [2]byte{lower, lower - ('a' - 'A')} {
		for at := rare; at < len(text); at++ {
			n := strings.IndexByte(text[at:], letter)
			if n < 0 {
				break
			}
			at += n
			start := at - rare
			if len(text)-start < len(word) {
				break
			}
			if text[at+1]|0x20 == next && strings.EqualFold(text[start:start+len(word)], word) {
				return true
			}
		}
	}
	return false
}
