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
	tree, err := formal.Parse("@help/Samples; Accept=; a==b='it''s'")
	fmt.Println(tree.Prefix().Value(), err)
	for _, p := range tree.Pairs() {
		fmt.Printf("%q = %q, unset: %v\n", p.Keyword(), p.Value(), p.Unset())
	}
	_, err = formal.Parse("a=b;c")
	fmt.Println(err)
	// Output:
	// @help/Samples <nil>
	// "Accept" = "", unset: true
	// "a=b" = "it's", unset: false
	// not a connection string: syntax error at byte 5
}
