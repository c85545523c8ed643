// Package envconfig shows a field read from the environment by
// kelseyhightower/envconfig.
package envconfig_test

import (
	"fmt"
	"os"

	"github.com/kelseyhightower/envconfig"

	"kustoconn"
)

type config struct {
	Kusto kustoconn.ConnectionString `required:"true"`
}

func Example() {
	for _, text := range []string{"https://help.kusto.windows.net/Samples;Fed=true", "https://help.kusto.windows.net;Fed=yes;AppKey=invented"} {
		os.Setenv("TOOL_KUSTO", text)
		var c config
		if err := envconfig.Process("tool", &c); err != nil { // never about the text: envconfig would print it
			fmt.Println(err)
			return
		}
		fmt.Println(&c.Kusto, c.Kusto.Err())
	}
	// Output:
	// https://help.kusto.windows.net/Samples;Fed=true <nil>
	// https://help.kusto.windows.net;Fed=yes;AppKey=**** KCS201 at byte 35-38: AAD Federated Security is neither true nor false; write true
	// KCS301 at byte 54-54: app-key authentication lacks Authority Id and Application Client Id; add what is missing, or remove the credentials
}
