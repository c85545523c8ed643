package draw

import (
	"slices"
	"strings"
)

// Custom draws what f makes of its choices.
func Custom[V any](f func(T) V) Generator[V] { return f }

// Just draws v, without a choice.
func Just[V any](v V) Generator[V] { return func(T) V { return v } }

// SampledFrom draws one of values, of which there must be one.
func SampledFrom[V any](values []V) Generator[V] {
	return func(t T) V { return values[t.Choose(len(values))] }
}

// OneOf draws from one of the generators.
func OneOf[V any](generators ...Generator[V]) Generator[V] {
	return func(t T) V { return SampledFrom(generators).Draw(t).Draw(t) }
}

// IntRange draws a number from first to last.
func IntRange(first, last int) Generator[int] {
	return func(t T) int { return first + t.Choose(last-first+1) }
}

// Bool draws false or true.
func Bool() Generator[bool] { return func(t T) bool { return t.Choose(2) == 1 } }

// Map draws what f makes of a value.
func Map[U, V any](g Generator[U], f func(U) V) Generator[V] {
	return func(t T) V { return f(g(t)) }
}

// SliceOfN draws a list of least to most values.
func SliceOfN[V any](g Generator[V], least, most int) Generator[[]V] {
	return func(t T) []V {
		var values []V
		// Five times of six there is another one.
		for len(values) < least || len(values) < most && t.Choose(6) > 0 {
			values = append(values, g(t))
		}
		return values
	}
}

// Subset draws least to most different ones of values, in any order.
func Subset[V any](values []V, least, most int) Generator[[]V] {
	return func(t T) []V {
		rest := slices.Clone(values)
		next := func(t T) V {
			i := t.Choose(len(rest))
			v := rest[i]
			rest = slices.Delete(rest, i, i+1)
			return v
		}
		return SliceOfN(next, least, min(most, len(values))).Draw(t)
	}
}

// Permutation draws an order of all values.
func Permutation[V any](values []V) Generator[[]V] { return Subset(values, len(values), len(values)) }

// StringOfN draws a text of least to most of the characters.
func StringOfN(characters string, least, most int) Generator[string] {
	parts := SampledFrom(strings.Split(characters, ""))
	return Map(SliceOfN(parts, least, most), func(parts []string) string { return strings.Join(parts, "") })
}
