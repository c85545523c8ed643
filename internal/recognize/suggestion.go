package recognize

import (
	"slices"
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// maxSuggestions bounds the different unknown keywords of a text that are
// looked at closely, which takes a good part of a millisecond each.
const maxSuggestions = 128

// suggestions says what unknown keywords were meant to be. It remembers its
// answers; the zero value is ready for one text.
type suggestions struct {
	known map[string]suggestion
}

// suggestion is what an unknown keyword was probably meant to be.
type suggestion struct {
	property  schema.ID // None where it is close to nothing
	kustoOnly bool      // it is close to a keyword that only Kusto has
	ours      bool      // it is close to a property, or names a credential
}

// of looks at a keyword that is not ours as it is spelt. Beyond maxSuggestions
// it takes it for nothing.
func (s *suggestions) of(keyword string) suggestion {
	if known, ok := s.known[keyword]; ok {
		return known
	}
	if len(keyword) > maxKeyword || s.full() {
		return suggestion{}
	}
	if s.known == nil {
		s.known = map[string]suggestion{}
	}
	made := newSuggestion(keyword)
	s.known[strings.Clone(keyword)] = made
	return made
}

// full reports whether no more keywords are looked at.
func (s *suggestions) full() bool { return len(s.known) >= maxSuggestions }

func newSuggestion(keyword string) suggestion {
	if _, known := schema.Lookup(keyword); known {
		return suggestion{}
	}
	if _, foreign := vocabulary.LookupForeign(keyword); foreign {
		return suggestion{}
	}
	near, close := vocabulary.Suggest(keyword)
	s := suggestion{ours: close || vocabulary.LooksLikeCredential(keyword)}
	if !close {
		return s
	}
	s.property = near.Property
	if endsInStem(keyword) && !startsStatement(keyword) {
		name, ok := vocabulary.SuggestFrom(keyword, kustoOnlyKeywords)
		id, _ := schema.Lookup(name)
		s.kustoOnly = ok && id == near.Property
	}
	return s
}

// statements are words that begin a statement of a language, in lower case: what
// follows is a name that a value is given.
var statements = []string{
	"let", "var", "const", "val", "def", "my", "our", "local", "set", "export", "declare", "extend", "project", "summarize", "print", "where",
	"by", "and", "or", "static", "final", "public", "private", "readonly", "string", "auto", "return",
}

func startsStatement(keyword string) bool {
	word, _, more := strings.Cut(strings.ToLower(keyword), " ")
	return more && slices.Contains(statements, word)
}

// isOurs reports whether a keyword is a property's or was meant to be, or
// gives a credential under some other name.
func (s *suggestions) isOurs(keyword string) bool {
	_, known := schema.Lookup(keyword)
	return known || s.of(keyword).ours
}

// isMisspelt reports whether a keyword that is not ours is close to one that is
// Kusto's alone.
func (s *suggestions) isMisspelt(keyword string) bool {
	return endsInStem(keyword) && s.of(keyword).kustoOnly
}
