// Package effective compares bound strings by what counts in them: effective
// properties and unknown keywords.
//
// It stands after package bind in the flow.
package effective

import (
	"kustoconn/bind"
	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// Equal reports whether a and b mean the same: the same effective properties
// with the same values, secrets included, and the same unknown keywords with
// the same values. How they are written, their order and their faulty segments
// do not count.
func Equal(a, b *bind.Bound) bool {
	if a.Present != b.Present {
		return false
	}
	for id := range a.Present.All() {
		if !SameValue(a, b, id) {
			return false
		}
	}
	return sameUnknown(a, b)
}

// SameValue reports whether a and b give the property the same effective value.
// Booleans are compared as such.
func SameValue(a, b *bind.Bound, id schema.ID) bool {
	if x, ok := a.Bool(id); ok {
		if y, ok := b.Bool(id); ok {
			return x == y
		}
	}
	x, inA := a.Value(id)
	y, inB := b.Value(id)
	return x == y && inA == inB
}

func sameUnknown(a, b *bind.Bound) bool {
	if !a.HasUnknown() && !b.HasUnknown() {
		return true
	}
	inA, inB := Unknown(a), Unknown(b)
	if len(inA) != len(inB) {
		return false
	}
	values := map[string]string{}
	for _, i := range inA {
		s := &a.Tree.Segments[i]
		values[fold.Keyword(s.Keyword())] = s.Value()
	}
	for _, i := range inB {
		s := &b.Tree.Segments[i]
		if value, ok := values[fold.Keyword(s.Keyword())]; !ok || value != s.Value() {
			return false
		}
	}
	return true
}

// Unknown returns the segments of the unknown keywords that count, in
// order: the last of each folded name, where that has a value.
func Unknown(b *bind.Bound) []int {
	var all []int
	last := map[string]int{}
	for i, s := range b.Unknown() {
		all = append(all, i)
		last[fold.Keyword(s.Keyword())] = i
	}
	kept := all[:0]
	for _, i := range all {
		s := &b.Tree.Segments[i]
		if !s.Unset() && last[fold.Keyword(s.Keyword())] == i {
			kept = append(kept, i)
		}
	}
	return kept
}
