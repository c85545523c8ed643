package normalize_test

import (
	"fmt"

	"kustoconn/normalize"
)

// A With method replaces the whole authentication.
func ExampleBuilder() {
	b := normalize.Build().DataSource("https://c.kusto.windows.net").AuthorityID("contoso.com")
	fmt.Println(b.WithAadUserTokenAuthentication("invented"))
	fmt.Println(b.WithAadApplicationTokenAuthentication("invented"))
	fmt.Println(b.WithAadApplicationThumbprintAuthentication("app", "0123456789ABCDEF0123456789ABCDEF01234567", "contoso.com"))
	fmt.Println(b.WithAadApplicationSubjectNameAuthentication("app", "CN=app", "contoso.com"))
	fmt.Println(b.WithAadApplicationSubjectAndIssuerAuthentication("app", "CN=app", "CN=issuer", "contoso.com"))
	// Output:
	// Data Source=https://c.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;User Token=****
	// Data Source=https://c.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Application Token=****
	// Data Source=https://c.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Authority Id=contoso.com;Application Certificate Thumbprint=0123456789ABCDEF0123456789ABCDEF01234567;Application Client Id=app
	// Data Source=https://c.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Authority Id=contoso.com;Application Certificate Subject Distinguished Name=CN=app;Application Client Id=app
	// Data Source=https://c.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Authority Id=contoso.com;Application Certificate Subject Distinguished Name=CN=app;Application Certificate Issuer Distinguished Name=CN=issuer;Application Client Id=app
}
