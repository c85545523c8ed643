// Package growing appends to lists that may become long.
package growing

import "slices"

// quarters is the length from which on append grows a list by about a quarter.
const quarters = 256

// Append is append of one element, but that the memory of a long list doubles: until it
// is full, two elements are allocated and cleared for each one, where append's quarters
// make five. It is for lists of large elements (BenchmarkGrowth of package lint).
func Append[T any](list []T, one T) []T {
	if n := len(list); n == cap(list) && n >= quarters {
		list = slices.Grow(list, n)
	}
	return append(list, one)
}
