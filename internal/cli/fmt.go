package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/sdk"
)

// addRevealFlag adds the one flag that lets a command print secrets.
func addRevealFlag(cmd *cobra.Command, reveal *bool) {
	cmd.Flags().BoolVar(reveal, "unsafe-show-secrets", false, "print secrets as they are")
}

func (a *app) fmtCommand() *cobra.Command {
	var (
		env                 []string
		check, diff, reveal bool
		portable            bool
	)
	cmd := &cobra.Command{
		Use:   "fmt STRING",
		Short: "Print the canonical text of a connection string",
		Long: `Print the canonical text: the effective properties in the documentation's order
under their canonical names, each quoted where it must be. A secret is masked
unless --unsafe-show-secrets is given.

With --portable, the keywords are those that most clients read as the
documentation means them; standard error says which clients cannot, and why.`,
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := a.oneInput(args, env)
			if err != nil {
				return err
			}
			tree, syntax := grammar.Parse(in.text)
			bound := bind.Bind(tree)
			full, ok := normalize.Canonical(bound)
			if !ok {
				a.writeFindings(syntax)
				return errors.New("a string with syntax errors has no canonical text")
			}
			view := redact.Of(bound)
			if reveal {
				view = redact.Revealed(bound)
			}
			canonical, _ := normalize.CanonicalView(view)
			if portable {
				spell := sdk.Portable(full)
				full, canonical = spell(full), spell(canonical)
				a.tellDepartures(full)
			}
			same := full == in.text
			switch {
			case check && same:
				return nil
			case diff && !same:
				fmt.Fprintf(a.stdout, "-%s\n+%s\n", report.Visible(view.Text()), report.Visible(canonical))
			case !check && !diff:
				fmt.Fprintln(a.stdout, canonical)
			}
			a.warnMasked(canonical != full)
			if check && !same {
				fmt.Fprintf(a.stderr, "kustoconn: %s is not canonical\n", in.name)
				return errFindings
			}
			return nil
		},
	}
	addInputFlags(cmd, &env)
	addRevealFlag(cmd, &reveal)
	cmd.Flags().BoolVar(&portable, "portable", false, "print the form that most clients read alike, and say which cannot")
	cmd.Flags().BoolVar(&check, "check", false, "print nothing and exit 1 where the text is not canonical")
	cmd.Flags().BoolVar(&diff, "diff", false, "print what would change")
	return cmd
}

// tellDepartures says on standard error what clients make of text that is not
// what the documentation means.
func (a *app) tellDepartures(text string) {
	tree, _ := grammar.Parse(text)
	bound := bind.Bind(tree)
	for _, d := range sdk.Portability(bound, sdk.Clients()) {
		fmt.Fprintf(a.stderr, "kustoconn: %s %s\n", d.Code, d.Message)
	}
	for _, c := range sdk.Clients() {
		if sdk.Read(bound, c).Answer.Unknown {
			fmt.Fprintf(a.stderr, "kustoconn: %s: not verified\n", c.Name)
		}
	}
}

// warnMasked says on standard error that the output is not the whole text.
func (a *app) warnMasked(masked bool) {
	if masked {
		fmt.Fprintln(a.stderr, "kustoconn: secrets are masked; --unsafe-show-secrets prints them")
	}
}
