package redact

import (
	"math/bits"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/fold"
	"kustoconn/internal/recognize"
	"kustoconn/internal/vocabulary"
)

// Most lines hold nothing to hide. prefilter passes over them: it looks at every other
// byte of a text for three that stand in something worth a closer look, and at what
// stands before equals signs. BenchmarkCopy shows what it saves; that it passes over
// nothing else is a law of TestPrefilter.
type prefilter struct {
	text   string
	looked int  // behind the last place
	place  int  // the last one found
	clue   clue // what words stand near it
	pair   bool // it is an equals sign behind what may be a keyword, or ends a line that goes on
}

// next returns the first place at or behind from that may belong to something to hide,
// or the length of the text. It is asked for ever later ones.
func (p *prefilter) next(from int) int {
	if p.looked <= from {
		p.search(from)
		p.looked = p.place + 1
	}
	return p.place
}

// mayHide reports whether a text may hold a secret, as it stands or through a
// container that writes letters otherwise.
func mayHide(text string) bool {
	p := prefilter{text: text}
	asked := false
	for at := p.next(0); at < len(text); at = p.next(at + 1) {
		if p.clue == certain || p.clue != none && endsEncodedKeyword(text, at) {
			return true
		}
		if p.pair && at > 0 && text[at-1] == '\\' {
			return true
		}
		if !asked && recognize.MayHold(text) {
			return true
		}
		asked = true
	}
	return false
}

// trigrams is a set of three bytes each, whatever the case of letters. It may take
// others for them: it only saves a closer look.
type trigrams struct {
	first  [1 << (trigramBits - 5)]uint32 // a bit for each hash, so that it stays near the processor
	second [1 << trigramBits]bool
}

const trigramBits = 17

// trigram returns the lower three bytes of group, whose letters are lower case.
func trigram(group uint32) uint32 { return group << 8 }

// lowerCase makes letters of ASCII lower case where it is set.
const lowerCase = 0x2020202020202020

func hash1(trigram uint32) uint32 { return trigram * 0x9e3779b1 >> (32 - trigramBits) }
func hash2(trigram uint32) uint32 { return trigram * 0x85ebca6b >> (32 - trigramBits) }

func (set *trigrams) add(words ...string) {
	for _, w := range words {
		for i := 0; i+3 <= len(w); i++ {
			t := trigram((uint32(w[i]) | uint32(w[i+1])<<8 | uint32(w[i+2])<<16) | lowerCase&0xffffff)
			set.first[hash1(t)>>5] |= 1 << (hash1(t) & 31)
			set.second[hash2(t)] = true
		}
	}
}

// mayHave returns 1 where the set may hold the trigram of group, else 0.
func (set *trigrams) mayHave(group uint32) uint32 {
	h := hash1(trigram(group))
	return set.first[h>>5] >> (h & 31) & 1
}

// has reports whether the set holds the trigram of text at offset i, or one much like it.
func (set *trigrams) has(text string, i int) bool {
	group := uint32(text[i]) | uint32(text[i+1])<<8 | uint32(text[i+2])<<16 | lowerCase&0xffffff
	return set.mayHave(group) != 0 && set.second[hash2(trigram(group))]
}

// known holds of each word two trigrams that follow each other, so that one of them
// starts at an even distance from wherever the search began.
var known = func() (set trigrams) {
	set.add("kust", "oken", "swor", "blob", "ial(", "se64", "b64", "etde", "rtif", "basi")
	set.add("eder", "pplic", "pcli", "acin") // stems of misspelt keywords
	for c := range 0x80 {
		for _, word := range []string{"pwd", "aad", "x5c", "://", "&#", `\x`, `\u00`, "b64", "key", "%3d", "%25"} {
			set.add(string([]byte{byte(c) | 0x80, word[0], word[1]}), string([]byte{byte(c), word[0], word[1]}))
		}
	}
	for _, c := range "0123456789xX" {
		set.add("&#"+string(c), `\x`+string(c))
	}
	set.add("pwd", "aad", "x5c", "://", `\u0`, `\U0`, "key", "%3d", "%25")
	return set
}()

// search finds the first place from offset on: where something stands that trigrams knows and
// a closer look confirms, or an equals sign behind what may be a keyword that only Kusto has.
func (p *prefilter) search(offset int) {
	text := p.text
	i := offset
	for ; i+10 <= len(text); i += 8 { // eight bytes at once (BenchmarkCopy)
		s := text[i : i+10]
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		equals := equalsIn(x)
		x |= lowerCase
		last := uint32(x>>48) | uint32(s[8]|0x20)<<16
		words := known.mayHave(uint32(x)) | known.mayHave(uint32(x>>16))<<2 | known.mayHave(uint32(x>>32))<<4 | known.mayHave(last)<<6
		for equals != 0 {
			if at := i + bits.TrailingZeros64(equals)/8; at < 3 || !isOtherWord(text[at-3:at+2]) {
				break
			}
			equals &= equals - 1
		}
		for words != 0 && isNobodys(text, i+bits.TrailingZeros32(words)) {
			words &= words - 1
		}
		if (words != 0 || equals != 0) && p.searchEight(i, words, equals) {
			return
		}
	}
	p.searchEnd(i, offset)
}

// equalsIn returns the high bits of the bytes of x that are equals signs; behind the first one
// perhaps others.
func equalsIn(x uint64) uint64 {
	const all, high, low = 0x3d3d3d3d3d3d3d3d, 0x8080808080808080, 0x0101010101010101
	x ^= all
	return (x - low) &^ x & high
}

// searchEight is search for the eight bytes at offset, of which words are the trigrams and the
// high bits of equals the bytes that are looked at.
func (p *prefilter) searchEight(offset int, words uint32, equals uint64) bool {
	if words&(words-1) != 0 && mayStartNearAny(p.text, offset+bits.TrailingZeros32(words), offset+bits.Len32(words)-1) == none {
		words = 0 // as where one escape follows the other
	}
	for words != 0 || equals != 0 {
		word, sign := bits.TrailingZeros32(words), bits.TrailingZeros64(equals)/8
		p.place, p.clue = offset+min(word, sign), none
		if p.place == offset+word {
			p.clue = clueAt(p.text, p.place)
			words &= words - 1
		}
		p.pair = p.place == offset+sign && p.mayBePair(p.place)
		if p.place == offset+sign {
			equals &= equals - 1
		}
		if p.clue != none || p.pair {
			return true
		}
	}
	return false
}

// searchEnd is search for the few bytes at the end of the text, from offset at on; from is where
// the search began.
func (p *prefilter) searchEnd(at, from int) {
	text := p.text
	p.place, p.clue, p.pair = len(text), none, false
	for i := at; i < len(text); i++ {
		if p.mayBePair(i) {
			p.place, p.pair = i, true
			break
		}
	}
	for ; at+4 <= len(text); at += 2 {
		if found := clueAt(text, at); found != none {
			p.setClue(at, found)
			return
		}
	}
	at = max(from, at-4)
	for i := max(0, at-nearBefore); i < len(text); i++ {
		if mayStart(text, i) != none {
			at = max(at, i-nearBehind+1) // the first place that is near it
			p.setClue(at, mayStartNear(text, at))
			return
		}
	}
}

// setClue says what was found at a place, unless a pair stands before it.
func (p *prefilter) setClue(place int, found clue) {
	if place <= p.place {
		p.pair = p.pair && place == p.place
		p.place, p.clue = place, found
	}
}

// clueAt says what the trigram at offset may be a part of.
func clueAt(text string, offset int) clue {
	if isNobodys(text, offset) || !known.has(text, offset) {
		return none
	}
	return mayStartNear(text, offset)
}

// isNobodys reports whether the trigram at offset is that of the word "key" or "token" behind
// which no owner stands: most of what is found in logs (BenchmarkCopyHits).
func isNobodys(text string, offset int) bool {
	const most = 8
	start, owners := offset, ownersOfKeys
	switch a, b, c := text[offset]|0x20, text[offset+1]|0x20, text[offset+2]|0x20; {
	case a == 'k' && b == 'e' && c == 'y':
	case a == 'k' && b == 'e' && c == 'n' && offset > 1 && text[offset-2]|0x20 == 't':
		start, owners = offset-2, ownersOfTokens
	case a == 'o' && b == 'k' && c == 'e' && offset > 0 && text[offset-1]|0x20 == 't':
		start, owners = offset-1, ownersOfTokens
	case b == 'k' && c == 'e' && text[offset+3]|0x20 == 'y':
		start = offset + 1
	default:
		return false
	}
	for n := 0; n < most && start > 0 && !ascii.IsLetter(text[start-1]); n++ {
		start--
	}
	if start < 2 {
		return true
	}
	before, last := text[start-2]|0x20, text[start-1]|0x20
	switch last {
	case 'm': // perhaps of a colour
		return strings.IndexByte(text[max(0, start-most):start], 0x1b) < 0
	case 'b': // perhaps of a blank that is encoded twice
		return before != '2'
	}
	for i := 0; i < len(owners); i += 2 {
		if owners[i] == before && owners[i+1] == last {
			return false
		}
	}
	return true
}

// The last two letters of the words before which a key or a token is somebody's, as mayStart
// has them.
const (
	ownersOfKeys   = "pponte"
	ownersOfTokens = "pponersrssth"
)

// keywordEnds holds the last letters of the keywords that only Kusto has, folded: six,
// or all of a shorter one. Those of secrets are found as words.
var keywordEnds = func() map[string]bool {
	set := map[string]bool{}
	for _, keyword := range vocabulary.KustoOnlyKeywords() {
		folded := fold.Keyword(keyword)
		if mayStartNear(folded, len(folded)-3) == certain {
			continue
		}
		set[folded[max(0, len(folded)-longestEnd):]] = true
	}
	return set
}()

const longestEnd = 6

// lastThree holds the last three letters of those, of which most words before an equals
// sign have others (BenchmarkCopyHits).
var lastThree = func() (set [1 << 10]uint32) {
	for end := range keywordEnds {
		last := end[len(end)-3:]
		set[twoOf(last[0], last[1])] |= 1 << (last[2] & 0x1f)
	}
	return set
}()

func twoOf(a, b byte) int { return int(a&0x1f)<<5 | int(b&0x1f) }

func mayBeLastThree(a, b, c byte) bool { return lastThree[twoOf(a, b)]>>(c&0x1f)&1 != 0 }

// isOtherWord reports whether s, an equals sign with the three bytes before it and one behind it,
// is the end of a word that is no keyword's, and of no line: what nearly all are.
func isOtherWord(s string) bool {
	a, b, c := s[0], s[1], s[2]
	return a != ' ' && b != ' ' && c > ' ' && c < 0x80 && c != '\\' && s[4] > '\r' && lastThree[twoOf(a, b)]>>(c&0x1f)&1 == 0
}

// mayBePair reports whether an equals sign stands at offset, behind what may be a keyword or at the end
// of a line that goes on in the next.
func (p *prefilter) mayBePair(offset int) bool {
	if p.text[offset] != '=' || offset >= 3 && offset+1 < len(p.text) && isOtherWord(p.text[offset-3:offset+2]) {
		return false
	}
	rest := p.text[offset+1:]
	return endsKeyword(p.text[:offset]) || rest != "" && (rest[0] == '\n' || rest[0] == '\r')
}

// endsKeyword reports whether text may end in such a keyword.
func endsKeyword(text string) bool {
	end := len(text)
	for end > 0 && (text[end-1] <= ' ' || text[end-1] == '\\') { // a backslash may escape the sign
		end--
	}
	if end < 3 {
		return false
	}
	if text[end-1] >= 0x80 {
		return true // a blank beyond ASCII
	}
	if last := text[end-3 : end]; last[0] != ' ' && last[1] != ' ' && !mayBeLastThree(last[0], last[1], last[2]) {
		return false
	}
	var folded [longestEnd]byte
	at := longestEnd
	for i := end - 1; i >= 0 && at > 0 && end-i < 2*longestEnd; i-- {
		c := text[i]
		if c == ' ' {
			continue
		}
		if isUpper(c) {
			c |= 0x20
		}
		at--
		folded[at] = c
		if n := longestEnd - at; (n == 3 || n >= 5) && keywordEnds[string(folded[at:])] {
			return true
		}
	}
	return false
}
