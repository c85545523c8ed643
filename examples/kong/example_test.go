// Package kong shows a flag of alecthomas/kong.
package kong_test

import (
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"kustoconn"
)

type cli struct {
	Kusto kustoconn.ConnectionString `required:"" help:"The cluster, as a connection string."`
}

// Validate is called by kong behind the flags: its error has positions and help, and
// no value.
func (c *cli) Validate() error { return c.Kusto.Err() }

func Example() {
	for _, text := range []string{"https://help.kusto.windows.net/Samples;Fed=true", "https://help.kusto.windows.net;Fed=yes;AppKey=invented"} {
		var c cli
		parser, err := kong.New(&c, kong.Name("tool"), kong.Writers(os.Stdout, os.Stdout))
		if err != nil {
			fmt.Println(err)
			return
		}
		_, err = parser.Parse([]string{"--kusto", text})
		fmt.Println(err, c.Kusto.String())
	}
	// Output:
	// <nil> https://help.kusto.windows.net/Samples;Fed=true
	// KCS201 at byte 35-38: AAD Federated Security is neither true nor false; write true
	// KCS301 at byte 54-54: app-key authentication lacks Authority Id and Application Client Id; add what is missing, or remove the credentials https://help.kusto.windows.net;Fed=yes;AppKey=****
}
