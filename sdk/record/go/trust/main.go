// Command trust asks the Go client whom it trusts: it reads lines of {"uri",
// "login"} from standard input and answers each with "trusted" added. It opens
// no connection.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	trustedEndpoints "github.com/Azure/azure-kusto-go/azkustodata/trusted_endpoints"
)

func main() {
	if err := record(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "trust:", err)
		os.Exit(1)
	}
}

func record(probes io.Reader, rows io.Writer) error {
	in, out := json.NewDecoder(probes), json.NewEncoder(rows)
	out.SetEscapeHTML(false)
	for {
		var r struct {
			URI     string `json:"uri"`
			Login   string `json:"login"`
			Trusted bool   `json:"trusted"`
		}
		err := in.Decode(&r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a probe: %w", err)
		}
		r.Trusted = trustedEndpoints.Instance.ValidateTrustedEndpoint(r.URI, r.Login) == nil
		if err := out.Encode(r); err != nil {
			return err
		}
	}
}
