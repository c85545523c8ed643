package ast_test

import (
	"fmt"

	"kustoconn/ast"
	"kustoconn/grammar"
)

// Keywords in the order in which they are written, and where.
func ExampleConnectionString_Tokens() {
	tree, _ := grammar.Parse("@help/Samples; Fed = true; Accept=true")
	for t := range tree.Tokens() {
		switch t.Kind {
		case ast.PrefixText:
			fmt.Printf("%v prefix %s\n", t.Span, t.Span.Slice(tree.Text()))
		case ast.Keyword:
			fmt.Printf("%v keyword %s\n", t.Span, t.Span.Slice(tree.Text()))
		}
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
	fmt.Println(tree.Print() == tree.Text())
	// Output:
	// prefix 0-13 (value 0-13), pair 14-32 (keyword 15-21, value 24-32), empty 33-33, malformed 34-38 (keyword 34-38, KCS003)
	// true
}
