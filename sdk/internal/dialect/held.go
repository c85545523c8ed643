package dialect

import (
	"cmp"
	"slices"
)

// Held is what a client holds after reading a text: properties by name. An
// unset one is absent, which is not the same as empty.
type Held map[string]Property

// Put sets the property that p names.
func (h Held) Put(p Property) { h[p.Name] = p }

// Has reports whether every one of names is held and not empty, which is how
// clients ask for credentials.
func (h Held) Has(names ...string) bool {
	for _, name := range names {
		if h[name].Value.Open() == "" {
			return false
		}
	}
	return true
}

// Seen lists what the recordings list of h, sorted by name: everything but
// empty texts. Properties named in keepEmpty are listed even so.
func (h Held) Seen(keepEmpty ...string) []Property {
	seen := make([]Property, 0, len(h))
	for _, p := range h {
		if p.IsBool || p.Value.Open() != "" || slices.Contains(keepEmpty, p.Name) {
			seen = append(seen, p)
		}
	}
	slices.SortFunc(seen, func(a, b Property) int { return cmp.Compare(a.Name, b.Name) })
	return seen
}

// SameSeen reports whether a and b list the same names and values, wherever
// in a text these came from.
func SameSeen(a, b []Property) bool {
	return slices.EqualFunc(a, b, func(p, q Property) bool {
		return p.Name == q.Name && p.IsBool == q.IsBool && p.Bool == q.Bool && p.Value.Equal(q.Value)
	})
}
