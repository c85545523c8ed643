package schema

import (
	"strings"

	"kustoconn/internal/table"
)

// maxFolded is the greatest length of a folded name in an index, in bytes.
const maxFolded = 63

// index finds the value of a name, whatever its case and spaces. It holds each
// name folded, and also as written and in lower case: so a keyword that is
// spelt as the table spells it, as most are, is found without being folded.
type index struct{ names table.Table[uint16] }

// entry is one name of an index.
type entry struct {
	name  string
	value uint16
}

// newIndex returns the index of entries. Where two fold to one name the first
// stays; tests prove that they then have one value. It panics on a name that
// is empty or too long to be found: the tables are wrong then.
func newIndex(entries []entry) *index {
	x := new(index)
	for _, e := range entries {
		folded := Fold(e.name)
		if folded == "" || len(e.name) > maxFolded {
			panic("schema: no name for an index: " + e.name)
		}
		value := e.value
		if v := x.names.Get(folded); v != nil {
			value = *v
		}
		for _, name := range []string{folded, e.name, strings.ToLower(e.name)} {
			x.names.Set(name, value)
		}
	}
	return x
}

// find returns the value of the name that keyword folds to. It gives up past
// the longest name, and does not allocate: the keyword is folded on the stack.
func (x *index) find(keyword string) (value uint16, found bool) {
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
	if v := x.names.Get(string(folded[:n])); v != nil {
		return *v, true
	}
	return 0, false
}
