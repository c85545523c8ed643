package formal_test

import (
	"fmt"
	"strings"

	"kustoconn/grammar/formal"
)

func ExampleEBNF() {
	productions, _, _ := strings.Cut(formal.EBNF(), "\n\n")
	fmt.Println(productions)
	// Output:
	// ConnectionString = FirstSegment? (<semicolon> Pair?)* .
	// FirstSegment = Pair | Prefix .
	// Pair = Keyword <equals> Value? .
	// Keyword = <name> | <escapedname> .
	// Value = <doublequoted> | <singlequoted> | <bare> .
	// Prefix = <uri> | <name> .
}

func ExampleParse() {
	r, err := formal.Parse("@help/Samples; Accept=; a==b='it''s'")
	fmt.Println(*r.Prefix, err)
	for _, p := range r.Pairs {
		fmt.Printf("%+v\n", p)
	}
	// Output:
	// @help/Samples <nil>
	// {Keyword:Accept Value: Unset:true}
	// {Keyword:a=b Value:it's Unset:false}
}
