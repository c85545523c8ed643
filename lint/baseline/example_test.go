package baseline_test

import (
	"fmt"

	"kustoconn/lint/baseline"
	"kustoconn/rule"
)

// A finding that is known once hides one.
func Example() {
	known := baseline.New()
	known.Add(rule.PlainHTTP, "a.yaml", "http://help.kusto.windows.net")
	read, err := baseline.Read(known.JSON())
	if err != nil {
		panic(err)
	}
	isKnown := read.Filter()
	for range 2 {
		fmt.Println(isKnown(rule.PlainHTTP, "a.yaml", "http://help.kusto.windows.net"))
	}
	// Output:
	// true
	// false
}
