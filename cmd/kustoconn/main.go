// Command kustoconn checks, explains and writes Kusto connection strings.
package main

import (
	"os"

	"kustoconn/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
