//go:build !wasm

package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

func (a *app) playgroundCommand() *cobra.Command {
	port := 0
	cmd := &cobra.Command{
		Use:   "playground [DIR]",
		Short: "Serve the page on which strings are tried out, on this machine",
		Long: `Serve the playground, a page that checks, explains and converts strings in the
browser, to the browsers of this machine alone, until the command is interrupted. What
is written on the page stays there. The page is that of the binary, where it holds one,
or the one in DIR; see docs/playground.md.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return errors.New(`"kustoconn playground" takes one directory`)
			case port < 0 || port > 65535:
				return errors.New("--port takes a number up to 65535")
			}
			return a.playground(args, port)
		},
	}
	cmd.Flags().IntVar(&port, "port", 0, "the port to serve on (default: a free one)")
	return cmd
}
