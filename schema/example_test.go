package schema_test

import (
	"fmt"

	"kustoconn/schema"
)

func ExampleLookup() {
	id, ok := schema.Lookup("aad federated SECURITY")
	p := schema.Get(id)
	fmt.Println(ok, p.Name, p.Type, p.Default)
	// Output: true AAD Federated Security boolean false
}

func ExampleSuggest() {
	s, ok := schema.Suggest("Client_Application_Id")
	fmt.Println(ok, s.Spelling)
	// Output: true Application Client Id
}

func ExampleSuggestFrom() {
	fmt.Println(schema.SuggestFrom("pyhton", []string{"dotnet", "go", "python"}))
	// Output: python true
}

func ExampleLookupForeign() {
	f, _ := schema.LookupForeign("Trusted_Connection")
	fmt.Printf("%s: %s\n", f.Product, f.Help)
	// Output: SQL Server: use AAD Federated Security
}

func ExampleProgrammaticOnly() {
	b, ok := schema.ProgrammaticOnly("ManagedServiceIdentity")
	fmt.Println(ok, b.Name)
	// Output: true EmbeddedManagedIdentity
}

func ExampleGetMode() {
	m := schema.GetMode(schema.AppKey)
	fmt.Println(m.Builder)
	given := schema.SetOf(schema.ApplicationClientID, schema.ApplicationKey)
	fmt.Println("selected:", given.Contains(m.SelectedBy))
	for id := range schema.SetOf(m.Mandatory...).Minus(given).All() {
		fmt.Println("missing:", id)
	}
	// Output:
	// WithAadApplicationKeyAuthentication
	// selected: true
	// missing: Authority Id
}

func ExampleMethods() {
	for _, m := range schema.Methods() {
		for _, c := range m.By(schema.Node) {
			if c.Misprint != "" {
				fmt.Printf("%s: %s, not %s\n", m.Name, c.Name, c.Misprint)
			}
		}
	}
	// Output:
	// user prompt: withUserPrompt, not createWithUserPrompt
	// token provider: withTokenProvider, not withAadTokenProviderAuthentication
}

func ExampleForeigns() {
	products := map[string]bool{}
	for _, f := range schema.Foreigns() {
		products[f.Product] = true
	}
	fmt.Println(len(products) > 1)
	// Output: true
}
