package sdk_test

import (
	"fmt"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/sdk"
)

func ExamplePortability() {
	const text = `https://help.kusto.windows.net/Samples;Fed=TRUE`
	clients, _, _ := sdk.Select("go,python")
	tree, _ := grammar.Parse(text)
	for _, d := range sdk.Portability(bind.Bind(tree), clients) {
		fixed, _ := diag.Apply(text, d.Edits)
		fmt.Println(d.Code, d.Message)
		fmt.Println("  fix:", fixed)
	}
	// Output:
	// KCS602 go: Data Source keeps the database
	//   fix: https://help.kusto.windows.net;Initial Catalog=Samples;Fed=TRUE
	// KCS601 python: AAD Federated Security is not true or false as spelled here
	//   fix: https://help.kusto.windows.net/Samples;Fed=True
}
