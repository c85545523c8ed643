package tools_test

import (
	"fmt"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

func ExampleGet() {
	t := tools.Get("telegraf")
	fmt.Println(t.Title, t.Signs[0].Within)
	for _, s := range t.StringSettings() {
		fmt.Printf("%s: %s\n", s.Key, schema.Get(s.Property).Name)
	}
	// Output:
	// Telegraf outputs.azure_data_explorer
	// endpoint_url: Data Source
	// database: Initial Catalog
	// tenant_id: Authority Id
	// client_id: Application Client Id
	// client_secret: Application Key
}
