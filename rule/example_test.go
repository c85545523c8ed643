package rule_test

import (
	"fmt"

	"kustoconn/rule"
)

func Example() {
	r := rule.Get(rule.PlainHTTP)
	fmt.Println(r.Code, r.Name, r.Severity, r.Fix, r.Area())
	for _, code := range rule.Select("KCS50") {
		fmt.Println(code, rule.Get(code).Name)
	}
	// Output:
	// KCS405 plain-http warning unsafe endpoint
	// KCS501 secret-in-text
	// KCS502 expired-token
	// KCS503 masked-secret
	// KCS504 secret-in-code
}

// Rules with a fix that keeps the meaning, and those that have none.
func ExampleAll() {
	count := map[rule.Fix]int{}
	for _, r := range rule.All() {
		count[r.Fix]++
	}
	fmt.Println(count[rule.SafeFix] > 0, count[rule.UnsafeFix] > 0, count[rule.NoFix] > 0)
	// Output: true true true
}

func ExampleRule_Severities() {
	fmt.Println(rule.Get(rule.PlainHTTP).Severities())
	// Output:
	// warning
}
