package grammar_test

import (
	"fmt"

	"kustoconn/grammar"
)

func ExampleParse() {
	tree, diags := grammar.Parse(`https://help.kusto.windows.net/Samples; Fed=true; Application Name for Tracing="my; app"`)
	fmt.Println("prefix:", tree.Prefix().Value())
	for _, pair := range tree.Pairs() {
		fmt.Printf("%s: %s\n", pair.Keyword(), pair.Value())
	}
	fmt.Println(len(diags), "syntax errors")
	// Output:
	// prefix: https://help.kusto.windows.net/Samples
	// Fed: true
	// Application Name for Tracing: my; app
	// 0 syntax errors
}

// A segment with an error is no pair, and parsing goes on behind it.
func ExampleParse_errors() {
	tree, diags := grammar.Parse(`Data Source=https://help.kusto.windows.net; Samples; Fed=true; Accept="true`)
	for _, pair := range tree.Pairs() {
		fmt.Printf("%s: %s\n", pair.Keyword(), pair.Value())
	}
	for _, d := range diags {
		fmt.Println(d)
	}
	// Output:
	// Data Source: https://help.kusto.windows.net
	// Fed: true
	// 44-51: error KCS003: a segment without '='
	// 70-71: error KCS001: this quotation mark is never closed
}
