// Command clients writes docs/clients.md from the dialects of package sdk and
// the tables of package schema. Its argument is the file.
package main

import (
	"fmt"
	"os"

	"kustoconn/internal/clientpage"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: clients FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(clientpage.Markdown()), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, "clients:", err)
		os.Exit(1)
	}
}
