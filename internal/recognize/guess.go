package recognize

import (
	"strings"

	"kustoconn/schema"
)

// maxGuesses bounds the different unknown keywords of a text that are looked
// at closely, which takes a good part of a millisecond each.
const maxGuesses = 128

// guesser says what unknown keywords were meant to be. It remembers its
// answers; the zero guesser is ready for one text.
type guesser struct {
	guesses map[string]guess
}

// guess is what an unknown keyword was probably meant to be.
type guess struct {
	property  schema.ID // None where it is close to nothing
	kustoOnly bool      // it is close to a keyword that only Kusto has
	ours      bool      // it is close to a property, or names a credential
}

// guess looks at a keyword that is not ours as it is spelt. Beyond maxGuesses
// it takes it for nothing.
func (g *guesser) guess(keyword string) guess {
	if known, ok := g.guesses[keyword]; ok {
		return known
	}
	if len(keyword) > maxKeyword || len(g.guesses) >= maxGuesses {
		return guess{}
	}
	if g.guesses == nil {
		g.guesses = map[string]guess{}
	}
	made := newGuess(keyword)
	g.guesses[strings.Clone(keyword)] = made
	return made
}

func newGuess(keyword string) guess {
	if _, known := schema.Lookup(keyword); known {
		return guess{}
	}
	if _, foreign := schema.LookupForeign(keyword); foreign {
		return guess{}
	}
	suggestion, close := schema.Suggest(keyword)
	g := guess{ours: close || schema.LooksLikeCredential(keyword)}
	if !close {
		return g
	}
	g.property = suggestion.Property
	if endsInStem(keyword) {
		name, ok := schema.SuggestFrom(keyword, kustoOnly)
		id, _ := schema.Lookup(name)
		g.kustoOnly = ok && id == suggestion.Property
	}
	return g
}

// isOurs reports whether a keyword is a property's or was meant to be, or
// gives a credential under some other name.
func (g *guesser) isOurs(keyword string) bool {
	_, known := schema.Lookup(keyword)
	return known || g.guess(keyword).ours
}

// isMisspelt reports whether a keyword that is not ours is close to one that is
// Kusto's alone.
func (g *guesser) isMisspelt(keyword string) bool {
	return endsInStem(keyword) && g.guess(keyword).kustoOnly
}

// stems are parts of keywords, one of which a misspelt one must hold to be
// taken for evidence. It keeps out words that are merely close to a short
// keyword, and makes guesses rare.
var stems = []string{"aad", "federat", "applicat", "appclient", "tracing", "x5c"}

// stemStarts holds the pairs of bytes that stems start with.
var stemStarts = func() (set bytePairs) {
	for _, stem := range stems {
		set.add(stem[0], stem[1])
	}
	return set
}()

// bytePairs is a set of pairs of ASCII letters, whatever their case. It may
// take other bytes for letters: it only saves a closer look.
type bytePairs [1 << 10]bool

func (set *bytePairs) add(a, b byte)      { set[pairIndex(a, b)] = true }
func (set *bytePairs) has(a, b byte) bool { return set[pairIndex(a, b)] }

func pairIndex(a, b byte) int { return int(a&0x1f)<<5 | int(b&0x1f) }

// endsInStem reports whether s ends with words, and a stem stands among the
// last ones: behind any line end, semicolon or equals sign.
func endsInStem(s string) bool {
	if s == "" || !isWordByte(s[len(s)-1]) {
		return false
	}
	after := s[len(s)-1]
	for i := len(s) - 2; i >= max(0, len(s)-maxKeyword); i-- {
		c := s[i]
		if c == '\n' || c == ';' || c == '=' {
			return false
		}
		if stemStarts.has(c, after) && startsWithStem(s[i:]) {
			return true
		}
		after = c
	}
	return false
}

func startsWithStem(s string) bool {
	for _, stem := range stems {
		if len(s) >= len(stem) && strings.EqualFold(s[:len(stem)], stem) {
			return true
		}
	}
	return false
}
