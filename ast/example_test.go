package ast_test

import (
	"fmt"

	"kustoconn/grammar"
)

// The keywords of a string, and where they stand.
func ExampleConnectionString_Pairs() {
	tree, _ := grammar.Parse("@help/Samples; Fed = true; Accept=true")
	fmt.Printf("%v prefix %s\n", tree.Prefix().Span(), tree.Prefix().Value())
	for _, pair := range tree.Pairs() {
		fmt.Printf("%v keyword %s\n", pair.KeywordSpan(), pair.Keyword())
	}
	// Output:
	// 0-13 prefix @help/Samples
	// 15-18 keyword Fed
	// 27-33 keyword Accept
}

// A tree prints as spans, so that a log holds no secret.
func ExampleConnectionString() {
	tree, _ := grammar.Parse("@help/Samples; AppKey = invented;;oops")
	fmt.Println(tree)
	fmt.Println(tree.Segments[1].Span().Slice(tree.Text()))
	// Output:
	// prefix 0-13 (value 0-13), pair 14-32 (keyword 15-21, value 24-32), empty 33-33, malformed 34-38 (keyword 34-38, KCS003)
	//  AppKey = invented
}
