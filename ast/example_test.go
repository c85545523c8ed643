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
			fmt.Printf("%v prefix %s\n", t.Span, t.Span.Slice(tree.Text))
		case ast.Keyword:
			fmt.Printf("%v keyword %s\n", t.Span, t.Span.Slice(tree.Text))
		}
	}
	fmt.Println(tree)
	// Output:
	// 0-13 prefix @help/Samples
	// 15-18 keyword Fed
	// 27-33 keyword Accept
	// @help/Samples; Fed = true; Accept=true
}
