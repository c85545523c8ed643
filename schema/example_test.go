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
