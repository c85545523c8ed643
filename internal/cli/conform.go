package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"kustoconn/fuzz/conform"
)

var conformFormats = map[string]func(*conform.Report, io.Writer) error{
	"text": (*conform.Report).WriteText, "json": (*conform.Report).WriteJSON, "junit": (*conform.Report).WriteJUnit,
}

func (a *app) conformCommand() *cobra.Command {
	var (
		o      conform.Options
		seed   uint32
		known  knownFile
		format string
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

A secret in an answer that is none of the string's own is masked.

--expect reads the disagreements that are known, each by its class and case and
with a reason: then only new ones fail, and those that are listed and gone.
--update-expect writes that file; what is new in it wants a reason, and fails until
it has one. docs/conform.md tells of its form.

Exit codes: 0 they agree, or differ as expected, 1 they disagree, 2 COMMAND does not
work.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New(`no command given: name one behind "--"`)
			}
			if o.Budget < 0 || o.Timeout <= 0 {
				return errors.New("--budget and --timeout are not negative")
			}
			if err := known.open(); err != nil {
				return err
			}
			o.Command, o.Seed = args, uint64(seed)
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			report, err := conform.Run(ctx, o)
			if err != nil {
				return err
			}
			if err := known.apply(&report); err != nil {
				return err
			}
			if err := conformFormats[format](&report, a.stdout); err != nil {
				return err
			}
			if report.Failed() && !known.update {
				return errFindings
			}
			return nil
		},
	}
	addFormat(cmd, &format, "text", "json", "junit")
	cmd.Flags().StringVar(&known.name, "expect", "", "a file of known disagreements")
	cmd.Flags().BoolVar(&known.update, "update-expect", false, "write what was found into the file of --expect, and exit with 0")
	cmd.Flags().DurationVar(&o.Budget, "budget", 30*time.Second, "how long to compare generated strings; 0 for the suite alone")
	cmd.Flags().DurationVar(&o.Timeout, "timeout", 5*time.Second, "how long to wait for an answer")
	cmd.Flags().Uint32Var(&seed, "seed", 1, "choose the generated strings")
	return cmd
}
