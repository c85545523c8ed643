package lint_test

import (
	"fmt"

	"kustoconn/lint"
)

func ExampleGuessName() {
	const pasted = "kusto:\n  connection: https://help.kusto.windows.net/Samples;Fed=true\n"
	fmt.Println(lint.GuessName(pasted))
	// Output: pasted.yaml
}

func ExampleText() {
	const text = `kusto:
  connection: https://help.kusto.windows.net/Samples;Fed=yes
  credentials: AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=invented
`
	f, err := lint.Text("settings.yaml", text, lint.Options{})
	if err != nil {
		panic(err)
	}
	for _, s := range f.Strings {
		fmt.Println(s.Kind, s.Kind == lint.ConnectionString, s.Masked)
	}
	for _, found := range f.Findings {
		d := found.Diagnostic
		fmt.Println(f.Index().Position(d.Span.Start).Line, d.Code, d.Message)
	}
	// Output:
	// connection-string true https://help.kusto.windows.net/Samples;Fed=yes
	// fragment false AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=****
	// 2 KCS201 AAD Federated Security is neither true nor false
	// 3 KCS501 Application Key is written in the text
}
