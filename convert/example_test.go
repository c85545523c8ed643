package convert_test

import (
	"fmt"

	"kustoconn/convert"
)

func ExampleTo() {
	c, err := convert.FromString(`https://help.kusto.windows.net;Fed=true;AppClientId=app;AppKey="a;b";Authority Id=contoso.com`)
	if err != nil {
		panic(err)
	}
	code, err := convert.To("python", c)
	if err != nil {
		panic(err)
	}
	fmt.Print(code)
	// Output:
	// import os
	//
	// from azure.kusto.data import KustoConnectionStringBuilder
	//
	// kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(
	//     "https://help.kusto.windows.net",
	//     "app",
	//     os.environ["KUSTO_APPLICATION_KEY"],
	//     "contoso.com",
	// )
}

func ExampleFromEndpoint() {
	c, err := convert.FromEndpoint("https://help.kusto.windows.net", "device-code")
	if err != nil {
		panic(err)
	}
	_, err = convert.To("go", c)
	fmt.Println(err)
	// Output:
	// the Go client has no device-code authentication; use token-credential with azidentity.NewDeviceCodeCredential
}

func ExampleFrom() {
	b, err := convert.From("kqlmagic", "azureDataExplorer://tenant='contoso.com';clientid='app';clientsecret='a;b';cluster='help';database='Samples'")
	if err != nil {
		panic(err)
	}
	fmt.Println(b)
	// Output:
	// Data Source=help;Initial Catalog=Samples;AAD Federated Security=True;Authority Id=contoso.com;Application Client Id=app;Application Key=****
}
