package dotnet_test

import (
	"fmt"

	"kustoconn/sdk/internal/dotnet"
)

func ExampleClient() {
	a := dotnet.Client().Read("https://help.kusto.windows.net/Samples")
	for _, p := range a.Seen {
		fmt.Println(p.Name, p.Value.Open(), p.Source)
	}
	fmt.Println(a.OK, a.Auth)
	fmt.Println(a.Unverified)
	// Output:
	// DataSource https://help.kusto.windows.net 0-30
	// InitialCatalog Samples 31-38
	// true user-prompt
	// [FederatedSecurity: whether it reads as true where https implies it]
}

func ExampleParseADONET() {
	pairs, _ := dotnet.ParseADONET(`App Key="a;""b"; Fed =`)
	for _, p := range pairs {
		fmt.Printf("%s %q %v %v\n", p.Keyword, p.Value, p.ValueSpan, p.Unset)
	}
	_, err := dotnet.ParseADONET(`Fed=true;App Key='a`)
	fmt.Println(err.Index, err.Span)
	// Output:
	// app key "a;\"b" 9-14 false
	// fed "" 22-22 true
	// 9 9-19
}

func ExampleBuilder() {
	var b dotnet.Builder
	b.Set("App Key", `it's; "secret"`)
	b.Set("a=b", "c")
	fmt.Println(b.String())
	// Output: App Key="it's; ""secret""";a==b=c
}
