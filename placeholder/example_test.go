package placeholder_test

import (
	"fmt"

	"kustoconn/placeholder"
)

func ExampleFind() {
	const text = "https://<cluster>.<region>.kusto.windows.net"
	for _, span := range placeholder.Find(text) {
		fmt.Println(span, span.Slice(text))
	}
	// Output:
	// 8-17 <cluster>
	// 18-26 <region>
}

func ExampleIn() {
	fmt.Println(placeholder.In("key-of-{tenant}"), placeholder.In("My%20Db"))
	// Output: true false
}

// A secret that is nothing but placeholders need not be hidden.
func ExampleWhole() {
	fmt.Println(placeholder.Whole("${APP_KEY}"), placeholder.Whole("{user}:{password}"), placeholder.Whole("abc{x}"))
	// Output: true true false
}
