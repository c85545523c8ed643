package sdk

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// Portable returns what spells the keywords of a canonical text, masked or not, as
// most of Clients read them as the documentation means it. Canonical names stay
// where others do not help, and values always.
//
// It costs a reading by each client for each set of clients that have keywords
// in common.
func Portable(canonical string) func(text string) string {
	tree, _ := grammar.Parse(canonical)
	present := bind.Bind(tree).Present
	var best spelling
	most := readAlike(canonical)
	tried := map[string]bool{canonical: true}
	for set := range uint(1) << len(clients) {
		s, ok := spell(present, set)
		if !ok {
			continue
		}
		text := s.write(canonical)
		if tried[text] {
			continue
		}
		tried[text] = true
		if n := readAlike(text); n > most {
			best, most = s, n
		}
	}
	return best.write
}

// spelling is a keyword for each property; one that has none keeps its
// canonical name.
type spelling map[schema.ID]string

// write returns the canonical text with its keywords spelled so, masked or
// not. Values stay as they are.
func (s spelling) write(canonical string) string {
	tree, _ := grammar.Parse(canonical)
	b := bind.Bind(tree)
	var edits []diag.Edit
	for i, pair := range tree.Pairs() {
		if keyword, ok := s[b.ID(i)]; ok {
			edits = append(edits, diag.Edit{Span: pair.KeywordSpan(), NewText: keyword})
		}
	}
	text, err := diag.Apply(canonical, edits)
	if err != nil {
		return canonical
	}
	return text
}

// spell returns the first keyword of each property that the clients of a set
// all take, and whether there is one for each.
func spell(present schema.Set, set uint) (spelling, bool) {
	s := spelling{}
	for _, row := range Keywords() {
		id := row.Property.ID
		if _, spelled := s[id]; present.Has(id) && !spelled && row.takenBy(set) {
			s[id] = row.Keyword
		}
	}
	return s, len(s) == present.Len()
}

// takenBy reports whether all clients of the set, a bit each in the order of
// Clients, take the keyword.
func (row *KeywordRow) takenBy(set uint) bool {
	for i, support := range row.Support {
		if set>>i&1 != 0 && support != supportTaken && support != supportUnused {
			return false
		}
	}
	return true
}

// readAlike counts the clients that read text as the documentation means it.
func readAlike(text string) (n int) {
	tree, _ := grammar.Parse(text)
	b := bind.Bind(tree)
	for _, c := range clients {
		if readsAlike(b, c) {
			n++
		}
	}
	return n
}

func readsAlike(b *bind.Bound, c dialect.Client) bool {
	r := Read(b, c)
	return !r.Answer.Unknown && len(r.Findings) == r.count(rule.IgnoredByClient)
}
