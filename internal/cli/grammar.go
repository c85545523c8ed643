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
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "ebnf":
				fmt.Fprintln(a.stdout, formal.EBNF())
			case "railroad":
				fmt.Fprintln(a.stdout, railroad.HTML())
			default:
				return unknownFormat(format, "ebnf", "railroad")
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "ebnf", "ebnf, or railroad: a self-contained HTML page")
	return cmd
}
