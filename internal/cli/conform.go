package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"kustoconn/fuzz/conform"
)

func (a *app) conformCommand() *cobra.Command {
	var (
		o    conform.Options
		seed uint32
	)
	cmd := &cobra.Command{
		Use:   "conform [flags] -- COMMAND…",
		Short: "Compare another parser with this one",
		Long: `conform starts COMMAND and compares its answers with those of this parser: to
the conformance suite, then to generated strings while the budget lasts. For
each kind of disagreement the smallest such string is printed.

COMMAND reads the batch protocol, a line of JSON for each string, and answers
each with a line, flushed:

  {"id": 1, "s": "https://c.kusto.windows.net;Fed=true"}
  {"id": 1, "syntax": true, "prefix": "https://c.kusto.windows.net", "pairs": [["Fed","true"]]}

"properties", "auth", "canonical" and "diagnostics" are compared where it
answers them. A client that shows no more than what it has made of the string, or
that it refuses it, answers "ok" and "properties" instead, with "reason" where it
is false and with the "defaults" that it fills in:

  {"id": 1, "ok": true, "properties": {"Data Source": "https://c.kusto.windows.net"}, "defaults": {"Initial Catalog": "NetDefaultDB"}}
  {"id": 2, "ok": false, "reason": "unknown keyword"}

Answers must not mask secrets: those of the suite and of generated strings are
invented, and are printed. For this program that is

  kustoconn conform -- kustoconn check --jsonl --unsafe-show-secrets

Exit codes: 0 they agree, 1 they disagree, 2 COMMAND does not work.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New(`no command given: name one behind "--"`)
			}
			if o.Budget < 0 || o.Timeout <= 0 {
				return errors.New("--budget and --timeout are not negative")
			}
			o.Command, o.Seed = args, uint64(seed)
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			report, err := conform.Run(ctx, o)
			if err != nil {
				return err
			}
			if err := report.WriteText(a.stdout); err != nil {
				return err
			}
			if len(report.Disagreements) > 0 {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().DurationVar(&o.Budget, "budget", 30*time.Second, "how long to compare generated strings; 0 for the suite alone")
	cmd.Flags().DurationVar(&o.Timeout, "timeout", 5*time.Second, "how long to wait for an answer")
	cmd.Flags().Uint32Var(&seed, "seed", 1, "choose the generated strings")
	return cmd
}
