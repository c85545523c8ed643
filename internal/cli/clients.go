package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/clientpage"
	"kustoconn/sdk"
)

func (a *app) clientsCommand() *cobra.Command {
	var (
		env    []string
		format string
		client string
		matrix bool
	)
	cmd := &cobra.Command{
		Use:   "clients STRING",
		Short: "Show what each client makes of a connection string",
		Long: `Print a table of what each real client makes of a connection string: whether it
accepts it, which authentication it chooses, and each property as it sees it.
Secrets are masked. What differs from the documentation is marked with ≠.

With --matrix, print which keywords and authentication methods each client
supports.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if matrix {
				if len(args)+len(env) > 0 {
					return errors.New("--matrix takes no string")
				}
				return a.writeMatrix(format)
			}
			in, err := a.oneInput(args, env)
			if err != nil {
				return err
			}
			tree, _ := grammar.Parse(in.text)
			clients, err := clientsNamed(client)
			if err != nil {
				return err
			}
			if client == "" {
				clients = sdk.Clients()
			}
			t := newClientTable(bind.Bind(tree), clients)
			switch format {
			case "json":
				return a.writeJSON(t.document(), "  ")
			case "html":
				_, err = a.stdout.WriteString(t.page())
				return err
			case "markdown":
				return errors.New("--format markdown goes with --matrix")
			}
			t.write(a.stdout)
			return nil
		},
	}
	addInputFlags(cmd, &env)
	addClient(cmd, &client, "show these clients")
	addChoice(cmd, &format, "format", "text", "how the output is written: text, json or html; text, json or markdown for --matrix", "text", "json", "html", "markdown")
	cmd.Flags().BoolVar(&matrix, "matrix", false, "print which keywords and authentication methods each client supports")
	return cmd
}

// writeMatrix prints which keywords and authentication methods each client
// supports.
func (a *app) writeMatrix(format string) error {
	switch format {
	case "text":
		for _, table := range []func() ([]string, [][]string){clientpage.Keywords, clientpage.Methods, clientpage.Trust} {
			header, rows := table()
			writeRows(a.stdout, append([][]string{header}, rows...))
			fmt.Fprintln(a.stdout)
		}
		for _, line := range clientpage.Legend() {
			fmt.Fprintln(a.stdout, line)
		}
	case "markdown":
		fmt.Fprint(a.stdout, clientpage.Markdown())
	case "json":
		return a.writeJSON(matrixDocument(), "  ")
	case "html":
		return errors.New("--matrix takes the formats text, json and markdown")
	}
	return nil
}
