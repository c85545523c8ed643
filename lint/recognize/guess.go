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

// firstOfStem holds the bytes that stems start with, in either case.
var firstOfStem = func() (set [256]bool) {
	for _, stem := range stems {
		set[stem[0]], set[stem[0]-('a'-'A')] = true, true
	}
	return set
}()

// endsInStem reports whether s ends with words, and a stem stands among the
// last ones: behind any line end, semicolon or equals sign.
func endsInStem(s string) bool {
	if s == "" || !isWordByte(s[len(s)-1]) {
		return false
	}
	for i := len(s) - 1; i >= max(0, len(s)-maxKeyword); i-- {
		c := s[i]
		if c == '\n' || c == ';' || c == '=' {
			return false
		}
		if firstOfStem[c] && startsWithStem(s[i:]) {
			return true
		}
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
