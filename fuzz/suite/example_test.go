package suite_test

import (
	"fmt"
	"strings"

	"kustoconn/fuzz"
	"kustoconn/fuzz/suite"
)

// A parser that knows nothing of quotation marks, and what the suite says of it.
func ExampleCases() {
	parse := func(text string) fuzz.Answer {
		keyword, value, valid := strings.Cut(text, "=")
		return fuzz.Answer{Syntax: valid, Pairs: []fuzz.Pair{{Keyword: keyword, Value: value}}}
	}
	for _, c := range suite.Cases() {
		if c.ID == "quotes-01" {
			fmt.Println(c.Text)
			fmt.Println(fuzz.Compare(c.Expect, parse(c.Text)))
		}
	}
	// Output:
	// AppKey="a;b";Accept=true
	// pair 1:
	// 	- ["AppKey","a;b"]
	// 	+ ["AppKey","\"a;b\";Accept=true"]
	// pairs:
	// 	- [["AppKey","a;b"],["Accept","true"]]
	// 	+ [["AppKey","\"a;b\";Accept=true"]]
}
