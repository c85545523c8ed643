//go:build !wasm

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

// conformer is the command conform.
type conformer struct {
	*app
	options conform.Options
	seed    uint32
	known   knownFile
	format  string
}

func (a *app) conformCommand() *cobra.Command {
	c := &conformer{app: a}
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
		RunE: func(_ *cobra.Command, args []string) error { return c.run(args) },
	}
	addFormat(cmd, &c.format, "text", "json", "junit")
	cmd.Flags().StringVar(&c.known.name, "expect", "", "a file of known disagreements")
	cmd.Flags().BoolVar(&c.known.update, "update-expect", false, "write what was found into the file of --expect, and exit with 0")
	cmd.Flags().DurationVar(&c.options.Budget, "budget", 30*time.Second, "how long to compare generated strings; 0 for the suite alone")
	cmd.Flags().DurationVar(&c.options.Timeout, "timeout", 5*time.Second, "how long to wait for an answer")
	cmd.Flags().Uint32Var(&c.seed, "seed", 1, "choose the generated strings")
	return cmd
}

// run compares the program that args start.
func (c *conformer) run(args []string) error {
	if len(args) == 0 {
		return errors.New(`no command given: name one behind "--"`)
	}
	if c.options.Budget < 0 || c.options.Timeout <= 0 {
		return errors.New("--budget and --timeout are not negative")
	}
	if err := c.known.open(); err != nil {
		return err
	}
	c.options.Command, c.options.Seed = args, uint64(c.seed)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	report, err := conform.Run(ctx, c.options)
	if err != nil {
		return err
	}
	if err := c.known.apply(&report); err != nil {
		return err
	}
	if err := conformFormats[c.format](&report, c.stdout); err != nil {
		return err
	}
	if report.Failed() && !c.known.update {
		return errFindings
	}
	return nil
}
