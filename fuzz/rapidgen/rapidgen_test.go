package rapidgen_test

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/rapidgen"
)

// rapid finds the smallest of the lists that break a test.
func TestShrinks(t *testing.T) {
	for name, value := range map[string]string{"rapid.nofailfile": "true", "rapid.seed": "1"} {
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	pair := draw.Custom(func(t draw.T) int {
		return 100*draw.IntRange(0, 9).Draw(t) + 10*draw.IntRange(0, 9).Draw(t) + draw.IntRange(0, 9).Draw(t)
	})
	list := rapidgen.Of(draw.SliceOfN(pair, 0, 16))
	var smallest []int
	rapid.Check(failing{t}, func(t *rapid.T) {
		numbers := list.Draw(t, "numbers")
		if slices.ContainsFunc(numbers, func(n int) bool { return n%10 >= 5 }) {
			smallest = numbers
			t.FailNow()
		}
	})
	if !slices.Equal(smallest, []int{5}) {
		t.Errorf("the smallest list is %v", smallest)
	}
}

// failing is a test that takes note of nothing.
type failing struct{ *testing.T }

func (failing) Errorf(string, ...any) {}
func (failing) Fatalf(string, ...any) {}
func (failing) FailNow()              {}
func (failing) Fail()                 {}

// A test that gives a generator of package fuzz to rapid.
func ExampleOf() {
	cases := rapidgen.Of(fuzz.Valid())
	fmt.Println(cases.Example(1).Kind)
	// Output: valid
}
