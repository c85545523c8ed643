package endpoint_test

import (
	"fmt"

	"kustoconn/endpoint"
	"kustoconn/placeholder"
)

// A template is judged as far as its constant parts allow: whatever the
// placeholder stands for, this host is the service's.
func ExampleEndpoint_Read() {
	const text = "https://{cluster}.kusto.windows.net/Samples"
	var e endpoint.Endpoint
	e.Read(text, false, placeholder.Find(text))
	fmt.Println(e.Host(), e.Database(), e.OpenHost())
	fmt.Println(endpoint.Policy{}.MayTrust(&e, ""))
	// Output:
	// {cluster}.kusto.windows.net Samples true
	// true
}
