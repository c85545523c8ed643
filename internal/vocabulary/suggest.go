// Package vocabulary says what a word in a keyword's place is that the schema
// does not look up: a keyword misspelt, one of another product, one that only
// code can set, or one that holds a secret; and which keywords of the schema are
// Kusto's alone. The tables are data.
//
// It stands after package schema in the flow; bind, which knows the schema's
// keywords only, does not need it.
package vocabulary

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kustoconn/schema"
)

// Suggestion is what an unknown keyword was probably meant to be.
type Suggestion struct {
	Property schema.ID
	// Spelling is the keyword to write: the documented name or alias nearest
	// to what was written, or the canonical name where the nearest name is no
	// documented keyword. Lookup finds it.
	Spelling string
	// Exact is set where the property is not in doubt: the letters are those
	// of a name, whatever stands between or around them and in whatever order
	// the words, or they are a name that something else gives the property.
	Exact bool
}

// Suggest returns the property that an unknown keyword was probably meant to
// be, and false where none is close. It sees through what Lookup does not:
// letters missing, wrong or swapped, words in another order, "_", "-", tabs
// and no-break spaces for spaces, quotes or a byte order mark around, the
// names of the .NET builder and of other tools, and the Microsoft Entra ID
// spellings of newer documentation. A keyword that Lookup finds needs no
// suggestion and gets none; nor is one made of a property that strings cannot
// set. The nearest wins, then the first in canonical order.
//
// It costs less than a millisecond; a keyword of more than maxSuggested bytes
// is close to nothing.
func Suggest(keyword string) (Suggestion, bool) {
	if _, known := schema.Lookup(keyword); known {
		return Suggestion{}, false
	}
	var room [usualRunes]rune
	written, ok := spell(keyword, room[:0])
	if !ok {
		return Suggestion{}, false
	}
	return suggest(&written)
}

func suggest(written *spelling) (Suggestion, bool) {
	var best *known
	least := maxDistance + 1
	for _, k := range allNames().of(len(written.joined)) {
		most := least - 1
		if k.synonym {
			most = 0
		}
		if differ(written.letters, len(written.joined), &k.spelt, most) {
			continue // as nearly all do (BenchmarkFaulty)
		}
		d := written.distance(&k.spelt, most)
		if d == 0 { // but for separators and the order of words
			return Suggestion{k.property, k.suggested, true}, true
		}
		if d <= most {
			best, least = k, d
		}
	}
	if s, ok := renamed(string(written.joined)); ok {
		return s, true
	}
	if best == nil {
		return Suggestion{}, false
	}
	return Suggestion{best.property, best.suggested, false}, true
}

// SuggestFrom returns the candidate that word was probably meant to be, by the
// rules of Suggest for letters, separators and the order of words, and false
// where none is close. The nearest wins, then the first. It is for commands,
// clients, configuration keys and the like; who asks again and again keeps a
// Candidates.
func SuggestFrom(word string, candidates []string) (string, bool) {
	return NewCandidates(candidates).Suggest(word)
}

// Candidates are names to suggest, taken apart once. They do not change and are
// safe for concurrent use.
type Candidates struct {
	names []string
	spelt []spelling // of each name; without letters where it has none
}

// NewCandidates returns the names as candidates, in their order.
func NewCandidates(names []string) *Candidates {
	c := &Candidates{names, make([]spelling, len(names))}
	for i, name := range names {
		c.spelt[i], _ = spell(name, nil)
	}
	return c
}

// Suggest is SuggestFrom for these candidates.
func (c *Candidates) Suggest(word string) (string, bool) {
	if !c.mayBeOne(word) {
		return "", false
	}
	var room [usualRunes]rune
	written, ok := spell(word, room[:0])
	if !ok {
		return "", false
	}
	best, least := "", maxDistance+1
	for i := range c.spelt {
		spelt := &c.spelt[i]
		if len(spelt.joined) == 0 {
			continue
		}
		if d := written.distance(spelt, least-1); d < least {
			best, least = c.names[i], d
		}
	}
	return best, least <= maxDistance
}

// mayBeOne reports whether word has nearly the letters of a candidate; a word that has not
// is not taken apart (BenchmarkValidate).
func (c *Candidates) mayBeOne(word string) bool {
	n, letters, ok := lettersOf(word)
	if !ok {
		return true
	}
	for i := range c.spelt {
		if !differ(letters, n, &c.spelt[i], maxDistance) {
			return true
		}
	}
	return false
}

// entraNames begin the newer spellings of names with AAD in them, folded; the
// longer of two comes first.
var entraNames = []string{
	"microsoftentraid", "microsoftentra", "entraid", "entra",
	"azureactivedirectory", "azuread",
}

// renamed returns the property of a folded keyword in which a name of
// Microsoft Entra ID stands for AAD or before the name of the property.
func renamed(folded string) (Suggestion, bool) {
	for _, entra := range entraNames {
		rest, ok := strings.CutPrefix(folded, entra)
		if !ok {
			continue
		}
		if id, ok := schema.Lookup(rest); ok && schema.Get(id).Settable() { // each keyword with AAD is one without
			return Suggestion{id, schema.Get(id).Name, true}, true
		}
	}
	return Suggestion{}, false
}

// known is a name that suggestions are made from.
type known struct {
	spelt     spelling
	property  schema.ID
	suggested string // the keyword to suggest
	synonym   bool   // too unlike the property's names to be guessed from
}

// names returns the keywords of each property of some that strings can set, then its
// programmatic names and synonyms.
func names(properties schema.Set) (all []known) {
	add := func(p *schema.Property, name, suggested string, synonym bool) {
		spelt, _ := spell(name, nil)
		all = append(all, known{spelt, p.ID, suggested, synonym})
	}
	for _, p := range schema.Properties() {
		if !p.Settable() || !properties.Has(p.ID) {
			continue
		}
		add(p, p.Name, p.Name, false)
		for _, alias := range p.Aliases {
			if alias.Documented() {
				add(p, alias.Name, alias.Name, false)
			} else {
				add(p, alias.Name, p.Name, false)
			}
		}
		for _, s := range p.Programmatic {
			add(p, s.Name, p.Name, false)
		}
		for _, name := range p.Synonyms {
			add(p, name, p.Name, true)
		}
	}
	return all
}

// lengths holds, by the number of letters of a word, the names that it can be close to, in
// order. A string of very many unknown keywords asks for each.
type lengths [][]*known

// of returns the names that a word of n letters can be close to.
func (l lengths) of(n int) []*known {
	if n >= len(l) {
		return nil
	}
	return l[n]
}

// Both are made when they are asked for: most strings have no unknown keyword, and many only
// words of which it is asked whether they are secrets'.
var (
	allNames    = sync.OnceValue(func() lengths { return byLength(names(^schema.Set(0))) })
	secretNames = sync.OnceValue(func() lengths { return byLength(names(schema.Secrets())) })
)

func byLength(names []known) lengths {
	longest := 0
	for i := range names {
		longest = max(longest, len(names[i].spelt.joined))
	}
	all := make(lengths, longest+maxDistance+1)
	for i := range names {
		k := &names[i]
		for n := max(0, len(k.spelt.joined)-maxDistance); n <= len(k.spelt.joined)+maxDistance; n++ {
			all[n] = append(all[n], k)
		}
	}
	return all
}

// Limits of what is close.
const (
	maxSuggested = 256 // bytes of a keyword worth looking at
	maxDistance  = 3   // faults in a long name
	fewWords     = 8   // of a name, for which no memory is taken
	usualRunes   = 64  // of a name, as it stands and with its words sorted, likewise
)

// spelling is a word or words as suggestions compare them.
type spelling struct {
	joined []rune // letters in lower case, no separators
	sorted []rune // the same with the words sorted; nil for a single word
	// letters has a bit for each letter in them, which stand 64 apart to share one:
	// most names are seen not to be close by it (BenchmarkSuggest).
	letters uint64
}

// spell takes s apart, in room where that is enough. It reports false where s is too long
// or has no letter.
func spell(s string, room []rune) (spelling, bool) {
	if len(s) > maxSuggested {
		return spelling{}, false
	}
	if cap(room) < 2*len(s) { // with room for the sorted ones
		room = make([]rune, 0, 2*len(s))
	}
	out := spelling{joined: room}
	ends := make([]int, 0, fewWords) // of the words in joined
	endWord := func() {
		if n := len(out.joined); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
			ends = append(ends, n)
		}
	}
	after := '\x00' // the rune before
	for _, r := range s {
		switch {
		case isSeparator(r):
			endWord()
		case unicode.IsUpper(r) && unicode.IsLower(after):
			endWord()
			fallthrough
		default:
			lower := unicode.ToLower(r)
			out.joined = append(out.joined, lower)
			out.letters |= 1 << (lower % 64)
		}
		after = r
	}
	endWord()
	if len(ends) > 1 {
		words := make([][]rune, 0, fewWords)
		start := 0
		for _, end := range ends {
			words = append(words, out.joined[start:end])
			start = end
		}
		slices.SortFunc(words, slices.Compare[[]rune])
		n := len(out.joined)
		both := out.joined
		for _, word := range words {
			both = append(both, word...)
		}
		out.joined, out.sorted = both[:n:n], both[n:]
	}
	return out, len(out.joined) > 0
}

// closeToSecret reports whether Suggest gives the property of a secret. Most words are
// close to no name of one, which is seen before all names are compared
// (BenchmarkFaulty).
func closeToSecret(keyword string) bool {
	if !mayBeSecrets(keyword) {
		return false
	}
	if _, known := schema.Lookup(keyword); known {
		return false
	}
	var room [usualRunes]rune
	written, ok := spell(keyword, room[:0])
	if !ok {
		return false
	}
	secrets := secretNames().of(len(written.joined))
	if !slices.ContainsFunc(secrets, func(k *known) bool { return written.distance(&k.spelt, maxDistance) <= maxDistance }) {
		return false
	}
	s, ok := suggest(&written)
	return ok && schema.Secrets().Has(s.Property)
}

// mayBeSecrets reports whether a keyword has nearly the letters of a secret property's, as
// each has that is one.
func mayBeSecrets(keyword string) bool {
	n, letters, ok := lettersOf(keyword)
	if !ok {
		return true
	}
	for _, k := range secretNames().of(n) {
		if !differ(letters, n, &k.spelt, maxDistance) {
			return true
		}
	}
	return false
}

// lettersOf returns how many letters spell finds in a word and which; ok is false where
// it is not all ASCII, and spell has to look.
func lettersOf(word string) (n int, letters uint64, ok bool) {
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return 0, 0, false
		}
		if bit := letterBits[c]; bit != 0 {
			n++
			letters |= bit
		}
	}
	return n, letters, true
}

// letterBits holds the bit of each letter of ASCII, and none for what stands between words.
var letterBits = func() (bits [utf8.RuneSelf]uint64) {
	for r := range rune(utf8.RuneSelf) {
		if !isSeparator(r) {
			bits[r] = 1 << (unicode.ToLower(r) % 64)
		}
	}
	return bits
}()

// isSeparator reports whether r stands between words or around them.
func isSeparator(r rune) bool {
	if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
		return false // the usual case first
	}
	return strings.ContainsRune("_-.\"'`[](){}<>", r) ||
		unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// distance returns the number of faults between two spellings, as they stand
// or with their words sorted, and maxDistance+1 where they are not close:
// the longer may have one fault in four letters and two in eight; three where
// both have twelve, so that no whole word is guessed. Two neighbours swapped
// in three letters are close too. More faults than most are not counted.
func (s *spelling) distance(t *spelling, most int) int {
	limit := min(faults(len(s.joined), len(t.joined)), most)
	if differ(s.letters, len(s.joined), t, limit) {
		return maxDistance + 1
	}
	d := closeness(s.joined, t.joined, limit)
	if s.sorted != nil && t.sorted != nil {
		d = min(d, closeness(s.sorted, t.sorted, limit))
	}
	return d
}

// differ reports whether a word of n letters differs from t in more letters than limit
// faults can explain: a fault takes at most one away and brings another.
func differ(letters uint64, n int, t *spelling, limit int) bool {
	limit = min(limit, faults(n, len(t.joined)))
	return bits.OnesCount64(letters^t.letters) > 2*limit && (n != 3 || len(t.joined) != 3)
}

// faults returns how many faults two names of a and b letters may differ by.
func faults(a, b int) int {
	if min(a, b) >= 12 {
		return maxDistance
	}
	return min(max(a, b)/4, maxDistance-1)
}

func closeness(a, b []rune, limit int) int {
	if areThree(a, b) && isSwap(a, b) {
		return 1
	}
	if d := distance(a, b, limit); d <= limit {
		return d
	}
	return maxDistance + 1
}

func areThree(a, b []rune) bool { return len(a) == 3 && len(b) == 3 }

// isSwap reports whether two neighbours in a swapped make b, both of three
// letters.
func isSwap(a, b []rune) bool {
	return a[0] == b[1] && a[1] == b[0] && a[2] == b[2] ||
		a[0] == b[0] && a[1] == b[2] && a[2] == b[1]
}
