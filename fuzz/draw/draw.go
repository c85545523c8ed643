// Package draw makes generators of random values from nothing but choices among
// a few alternatives. The generators of package fuzz are written with it, so that
// whoever gives the choices is free: a seed (Example), a testing library that
// shrinks (package rapidgen does it for pgregory.net/rapid), or the bytes of a
// fuzzer. The names are those of rapid.
//
// Alternatives are listed from the plainest to the oddest, and a list ends at the
// choice 0: a source that makes its numbers smaller makes the value plainer.
package draw

import "math/rand/v2"

// T is where the choices of a generator come from.
type T interface {
	// Choose returns a number from 0 to n-1; n is at least 1.
	Choose(n int) int
}

// Generator makes a value of the choices that it asks for, the same value of the
// same choices.
type Generator[V any] func(T) V

// Draw returns a value made of choices of t.
func (g Generator[V]) Draw(t T) V { return g(t) }

// Example returns the value that seed stands for, always the same with the same
// version of this module.
func (g Generator[V]) Example(seed int) V {
	return g(seeded{rand.NewPCG(uint64(seed), 0)})
}

// Filter draws until keep accepts the value, which it should do mostly.
func (g Generator[V]) Filter(keep func(V) bool) Generator[V] {
	return func(t T) V {
		for {
			if v := g(t); keep(v) {
				return v
			}
		}
	}
}

// seeded chooses evenly. The bias of the remainder is below 2⁻³².
type seeded struct{ numbers *rand.PCG }

func (s seeded) Choose(n int) int { return int(s.numbers.Uint64() % uint64(n)) }
