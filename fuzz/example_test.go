package fuzz_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"kustoconn/fuzz"
)

// A case outside tests: the same string for the same seed.
func ExampleGenerate() {
	c, _ := fuzz.Generate(7, "missing-equals")
	again, _ := fuzz.Generate(7, "missing-equals")
	fmt.Println(c.Text == again.Text, c.Expect.Syntax, c.Expect.Diagnostics[0].Code)
	// Output: true false KCS003
}

// In a test, draw from the generator by package rapidgen: rapid then finds the smallest string
// that a parser gets wrong.
//
//	rapid.Check(t, func(t *rapid.T) {
//		c := rapidgen.Of(fuzz.Valid()).Draw(t, "case")
//		if d := fuzz.Compare(c.Expect, answerOf(c.Text)); d != "" {
//			t.Fatalf("%q\n%s", c.Text, d)
//		}
//	})
func ExampleValid() {
	c := fuzz.Valid().Example(1)
	fmt.Println(c.Kind, c.Expect.Syntax, len(c.Expect.Pairs) <= strings.Count(c.Text, "="))
	// Output: valid true true
}

func ExampleOf() {
	faulty, _ := fuzz.Of("unsupported-scheme")
	c := faulty.Example(1)
	d := c.Expect.Diagnostics[0]
	fmt.Println(d.Code, strings.Contains(c.Text[d.End:], "://help"))
	// Output: KCS403 true
}

func ExampleCompare() {
	want := fuzz.Answer{Syntax: true, Pairs: []fuzz.Pair{{Keyword: "A", Value: "b;c"}}}
	got := fuzz.Answer{Syntax: true, Pairs: []fuzz.Pair{{Keyword: "A", Value: `"b`}}}
	fmt.Println(fuzz.Compare(want, got))
	// Output:
	// pair 1:
	// 	- ["A","b;c"]
	// 	+ ["A","\"b"]
}

func ExampleEndpoints() {
	for seed := range 1000 {
		// A host that no service issues is in no cloud.
		if e := fuzz.Endpoints().Example(seed); !e.Trusted && e.Cloud != "" {
			fmt.Println(e)
		}
	}
	// Output:
}

func ExamplePlantedSecrets() {
	p := fuzz.PlantedSecrets().Example(4)
	masked := p.Text // as some parser shows it
	for _, secret := range p.Secrets {
		masked = strings.ReplaceAll(masked, secret, "****")
	}
	fmt.Println(len(p.Secrets) > 0, strings.Contains(masked, p.Secrets[0]))
	// Output: true false
}

func ExampleFiles() {
	f := fuzz.Files().Example(2)
	s := f.Strings[0]
	fmt.Println(s.Start < s.End, strings.HasPrefix(s.Text, "https://") || strings.HasPrefix(s.Text, "Data Source="))
	// Output: true true
}

func ExamplePair() {
	line, _ := json.Marshal([]fuzz.Pair{{Keyword: "Fed", Value: "true"}, {Keyword: "Fed", Unset: true}})
	fmt.Println(string(line))
	// Output: [["Fed","true"],["Fed",null]]
}

// The kinds say what a string of each is to raise.
func ExampleKinds() {
	for _, kind := range fuzz.Kinds()[:3] {
		g, ok := fuzz.Of(kind)
		fmt.Println(kind, kind.Code(), kind.IsSyntax(), kind.InText(), ok, g != nil)
	}
	// Output:
	// valid  false true true true
	// unterminated-quote KCS001 true true true true
	// text-after-quote KCS002 true true true true
}

// Long texts by name, for benchmarks: time must grow in step with the length.
func ExampleAdversarial() {
	for name, text := range fuzz.Adversarial(1000) {
		if len(text) < 500 {
			fmt.Println(name, "is short")
		}
	}
	// Output:
}
