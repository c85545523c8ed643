// Package literals finds out in one pass over a text whether it holds one of some
// words, in any case. It decides which files are read at all, and which parts of a
// text are looked at.
//
// It stands before all other packages in the flow and knows no word.
package literals

import "strings"

// A Set is a set of words. Each has two groups of three bytes that follow each other,
// so that one of them starts at an even offset of whatever text holds the word: a
// search looks at every other byte only.
type Set struct {
	first  [1 << hashBits]uint8 // by the hash of a group: the first place, 1 and up
	places []place
}

// A place is where a group of bytes stands in a word.
type place struct {
	word   string
	offset int
	next   uint8 // the next place of a group with the same hash, 0 where there is none
}

const hashBits = 12

// Shortest is the length of the shortest word of a set, in bytes.
const Shortest = 4

// NewSet returns the set of words of ASCII, Shortest bytes or longer. It panics on
// others, and on more than a hundred.
func NewSet(words ...string) *Set {
	s := &Set{}
	for _, word := range words {
		if len(word) < Shortest || len(s.places) >= 200 {
			panic("literals: a word too short, or one too many: " + word)
		}
		word = strings.ToLower(word)
		rarest := rarest(word)
		s.add(word, rarest)
		s.add(word, rarest+1)
	}
	return s
}

func (s *Set) add(word string, offset int) {
	h := hash(word, offset)
	s.places = append(s.places, place{word, offset, s.first[h]})
	s.first[h] = uint8(len(s.places))
}

// common holds the bytes that most texts are made of, the more frequent first.
const common = " etaoinsrlcdpumfgh_.b"

// rarest returns the offset in word from which on four bytes are seen least.
func rarest(word string) (offset int) {
	least := -1
	for i := range len(word) - Shortest + 1 {
		seen := 0
		for _, c := range []byte(word[i : i+Shortest]) {
			if at := strings.IndexByte(common, c); at >= 0 {
				seen += len(common) - at
			}
		}
		if least < 0 || seen < least {
			offset, least = i, seen
		}
	}
	return offset
}

// hash is a hash of the three bytes of text at offset, the same for letters in either case.
func hash(text string, offset int) uint32 {
	return hashOf(uint32(text[offset]) | uint32(text[offset+1])<<8 | uint32(text[offset+2])<<16)
}

// hashOf is hash of bytes that stand in a number, the first one lowest; a fourth does
// not count.
func hashOf(group uint32) uint32 {
	const multiplier = 0x9e3779b1 // of Fibonacci hashing
	return (group | 0x202020) << 8 * multiplier >> (32 - hashBits)
}

// Next returns the offset of a word in text that starts at or behind from, letters of
// ASCII in any case, or -1 where there is none; of words that overlap it may be any. It
// costs a look at every other byte up to there, and does not allocate.
func (s *Set) Next(text string, from int) int {
	for i := from; i < len(text)-3; i += 2 {
		// Four bytes are loaded at once, which three are not.
		group := uint32(text[i]) | uint32(text[i+1])<<8 | uint32(text[i+2])<<16 | uint32(text[i+3])<<24
		if n := s.first[hashOf(group)]; n > 0 {
			if at := s.wordAt(text, from, i, n); at >= 0 {
				return at
			}
		}
	}
	if last := len(text) - 3; last > from && (last-from)%2 == 0 {
		return s.wordAt(text, from, last, s.first[hash(text, last)])
	}
	return -1
}

// wordAt returns where a word of place n, or of those that follow it, starts at or behind
// from whose group is at offset i of text, or -1.
func (s *Set) wordAt(text string, from, i int, n uint8) int {
	for ; n > 0; n = s.places[n-1].next {
		p := &s.places[n-1]
		start := i - p.offset
		// As many bytes as the word has fold to it in ASCII alone.
		if start >= from && start+len(p.word) <= len(text) && strings.EqualFold(text[start:start+len(p.word)], p.word) {
			return start
		}
	}
	return -1
}
