// Package sample is mutated by the tool's tests: each function is there for
// one operator.
package sample

const base = 10

var names = []string{"one", "two"}

var colours = [...]string{2: "red"}

type kind uint8

const (
	small kind = iota + 1
	large
)

// Size is well tested.
func Size(n int) kind {
	if n > base {
		return large
	}
	return small
}

// Name is tested where it can't go wrong only.
func Name(i int) string {
	if i < len(names) && i >= 0 {
		return names[i]
	}
	return ""
}

// Sum loops, and would for ever without its increment.
func Sum(list ...int) (sum int) {
	i := 0
	for i < len(list) {
		sum += list[i]
		i++
	}
	return sum
}

// First returns after a switch whose cases all do.
func First(s string) (rune, bool) {
	switch {
	case s == "":
		return 0, false
	default:
		return rune(s[0]), true
	}
}

// Forgotten has no test.
func Forgotten(a, b string) string { return a + b + colours[2] }

// Grown returns the same whatever it asks for.
func Grown(n int) []int {
	out := make([]int, 0, n)
	for i := range n {
		if i%2 == 0 {
			continue
		}
		out = append(out, i)
	}
	return out
}

// Other hides the name of its result's type, which the mutant of the result
// needs.
func Other(kind kind) kind {
	if kind == small {
		return large
	}
	return small
}
