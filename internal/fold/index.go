package fold

import (
	"strings"

	"kustoconn/internal/table"
)

// maxFolded is the greatest length of a folded name in an index, in bytes.
const maxFolded = 63

// Index finds the value of a name, whatever its case and spaces. It holds each
// name folded, and also as written and in lower case: so a keyword that is
// spelt as the table spells it, as most are, is found without being folded.
type Index struct{ names table.Table[uint16] }

// Entry is one name of an index.
type Entry struct {
	Name  string
	Value uint16
}

// NewIndex returns the index of entries. Where two fold to one name the first
// stays; tests prove that they then have one value. It panics on a name that
// is empty or too long to be found: the tables are wrong then.
func NewIndex(entries []Entry) *Index {
	x := new(Index)
	for _, e := range entries {
		folded := Keyword(e.Name)
		if folded == "" || len(e.Name) > maxFolded {
			panic("fold: no name for an index: " + e.Name)
		}
		value := e.Value
		if v := x.names.Get(folded); v != nil {
			value = *v
		}
		for _, name := range []string{folded, e.Name, strings.ToLower(e.Name)} {
			x.names.Set(name, value)
		}
	}
	return x
}

// Find returns the value of the name that keyword folds to. It gives up past
// the longest name, and does not allocate: the keyword is folded on the stack.
func (x *Index) Find(keyword string) (value uint16, found bool) {
	if len(keyword) <= maxFolded {
		if v := x.names.Get(keyword); v != nil {
			return *v, true
		}
	}
	var folded [maxFolded]byte
	n := 0
	for i := 0; i < len(keyword); i++ {
		c := keyword[i]
		if c == ' ' {
			continue
		}
		if n == len(folded) {
			return 0, false
		}
		folded[n] = lower(c)
		n++
	}
	if v := x.names.GetBytes(folded[:n]); v != nil {
		return *v, true
	}
	return 0, false
}
