package vocabulary_test

import (
	"fmt"

	"kustoconn/internal/vocabulary"
)

func ExampleSuggest() {
	s, ok := vocabulary.Suggest("Client_Application_Id")
	fmt.Println(ok, s.Spelling)
	// Output: true Application Client Id
}

func ExampleSuggestFrom() {
	fmt.Println(vocabulary.SuggestFrom("pyhton", []string{"dotnet", "go", "python"}))
	// Output: python true
}

func ExampleLookupForeign() {
	f, _ := vocabulary.LookupForeign("Trusted_Connection")
	fmt.Printf("%s: %s\n", f.Product, f.Help)
	// Output: SQL Server: use AAD Federated Security
}

func ExampleProgrammaticOnly() {
	b, ok := vocabulary.ProgrammaticOnly("ManagedServiceIdentity")
	fmt.Println(ok, b.Name)
	// Output: true EmbeddedManagedIdentity
}

func ExampleForeigns() {
	products := map[string]bool{}
	for _, f := range vocabulary.Foreigns() {
		products[f.Product] = true
	}
	fmt.Println(len(products) > 1)
	// Output: true
}
