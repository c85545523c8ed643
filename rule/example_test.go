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
}
