package recognize

import (
	"slices"
	"strings"

	"kustoconn/ast"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// maxSuggestions bounds the different unknown keywords of a text that are
// looked at closely, which takes a good part of a millisecond each.
const maxSuggestions = 128

// maxRemembered bounds the answers that are remembered from one text to the next.
const maxRemembered = 1 << 10

// suggestions says what unknown keywords were meant to be. It remembers its
// answers; the zero value is ready for a text.
type suggestions struct {
	known map[string]*answer
	texts int                  // that were looked at before this one
	asked int                  // different keywords of this one
	tree  ast.ConnectionString // what gather reads into
}

// answer is what is remembered of a keyword.
type answer struct {
	suggestion
	text int // the last one that it stood in
}

// next goes on to the next text.
func (s *suggestions) next() {
	s.texts++
	s.asked = 0
	if len(s.known) > maxRemembered {
		clear(s.known)
	}
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
	known, ok := s.known[keyword]
	if ok && known.text == s.texts {
		return known.suggestion
	}
	if len(keyword) > maxKeyword || s.full() {
		return suggestion{}
	}
	s.asked++
	if !ok {
		if s.known == nil {
			s.known = map[string]*answer{}
		}
		known = &answer{suggestion: newSuggestion(keyword)}
		s.known[strings.Clone(keyword)] = known
	}
	known.text = s.texts
	return known.suggestion
}

// full reports whether no more keywords are looked at.
func (s *suggestions) full() bool { return s.asked >= maxSuggestions }

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
