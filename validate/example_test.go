package validate_test

import (
	"fmt"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/validate"
)

// A validator is made once, and serves many strings.
func ExampleNew() {
	v, err := validate.New(validate.Options{
		Ignore:     []string{"KCS3"},
		Severities: map[diag.Code]diag.Severity{rule.PlainHTTP: diag.Error},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range v.CheckText("http://help.kusto.windows.net/Samples;AppKye=<key>") {
		fmt.Println(d, "-", d.Help)
	}
	// Output:
	// 0-4: error KCS405: plain http is not encrypted - write https
	// 38-44: error KCS101: unknown keyword "AppKye" - did you mean AppKey?
	// 45-50: information KCS208: a placeholder - fill it in before the string is used
}

// A selector that is nearly a rule's name is told so.
func ExampleNew_unknownRule() {
	_, err := validate.New(validate.Options{Select: []string{"plain-htp"}})
	fmt.Println(err)
	// Output: no rule "plain-htp"; did you mean "plain-http"?
}
