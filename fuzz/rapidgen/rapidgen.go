// Package rapidgen gives the generators of package fuzz to pgregory.net/rapid,
// which finds the smallest value that breaks a test.
package rapidgen

import (
	"pgregory.net/rapid"

	"kustoconn/fuzz/draw"
)

// Of returns a generator of rapid that draws what g draws.
func Of[V any](g draw.Generator[V]) *rapid.Generator[V] {
	return rapid.Custom(func(t *rapid.T) V { return g.Draw(source{t}) })
}

// source has rapid choose, and shrinks by it.
type source struct{ t *rapid.T }

func (s source) Choose(n int) int { return rapid.IntRange(0, n-1).Draw(s.t, "choice") }
