package java_test

import (
	"fmt"

	"kustoconn/sdk/internal/java"
)

func ExampleClient() {
	client := java.Client()
	a := client.Read("https://help.kusto.windows.net;AppClientId=g;AppKey=k3y==")
	for _, p := range a.Seen {
		fmt.Println(p.Name, p.Value.Open(), p.Source)
	}
	fmt.Println(a.Auth, a.Ignored)
	fmt.Println(client.Read("https://help.kusto.windows.net;Fed=").ErrorClass)
	// Output:
	// ApplicationClientId g 43-44
	// ApplicationKey k3y 52-55
	// DataSource https://help.kusto.windows.net 0-30
	// InitialCatalog NetDefaultDb 0-0
	// app-key [55-57]
	// ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1
}
