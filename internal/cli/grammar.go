//go:build !wasm

package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"kustoconn/grammar/formal"
	"kustoconn/internal/railroad"
)

func (a *app) grammarCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "grammar",
		Short: "Print the formal grammar",
		Long:  `Print the formal grammar as EBNF, or as railroad diagrams: a page of HTML that needs no other file.`,
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "ebnf":
				fmt.Fprintln(a.stdout, formal.EBNF())
			case "railroad":
				fmt.Fprintln(a.stdout, railroad.HTML())
			}
			return nil
		},
	}
	addFormat(cmd, &format, "ebnf", "railroad")
	return cmd
}
