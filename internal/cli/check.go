package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// checker is the check command with its flags.
type checker struct {
	*app
	env    []string
	format string
	jsonl  bool
	reveal bool
	client string
	judgeFlags
	configFlags

	placeholders *placeholder.Set // own patterns of the configuration
}

func (a *app) checkCommand() *cobra.Command {
	c := checker{app: a}
	cmd := &cobra.Command{
		Use:   "check STRING…",
		Short: "Check connection strings",
		Long: `Check the syntax, keywords, values, authentication and endpoint of connection
strings. Secrets are masked in all that is printed.

A string on the command line can be seen by other users of the machine and stays
in the shell's history: give one that holds a secret on standard input ("-") or
in an environment variable (--env NAME).

The configuration of the working directory counts (see lint), but not for --jsonl,
whose answers depend on nothing but the flags.`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	addInputFlags(cmd, &c.env)
	c.trust.add(cmd)
	c.verdict.add(cmd)
	flags := cmd.Flags()
	c.configFlags.add(cmd)
	addChoice(cmd, &c.role, "for", "", "what the strings are for, so that the other's endpoint is a warning", "query", "ingest")
	addFormat(cmd, &c.format, report.FormatNames()...)
	flags.BoolVar(&c.jsonl, "jsonl", false, `read {"id","s"} a line from standard input and answer each with a line`)
	addClient(cmd, &c.client, "say what these clients would make of it, or, with --jsonl, answer as one of them reads")
	flags.BoolVar(&c.reveal, "unsafe-show-secrets", false, "do not mask secrets in the answers to --jsonl")
	return cmd
}

func (c *checker) run(cmd *cobra.Command, args []string) error {
	c.none = c.none || c.jsonl && c.path == ""
	file, err := c.load()
	if err != nil {
		return err
	}
	j, err := c.judging(cmd, file.Settings)
	if err != nil {
		return err
	}
	if err := c.verdict.canSelect(func(r *rule.Rule) bool { return checkGives(r, len(j.clients) > 0) }); err != nil {
		return err
	}
	j.Placeholders = file.Placeholders
	c.placeholders = file.Placeholders
	v, err := validate.New(j.Options)
	if err != nil {
		return err
	}
	if c.jsonl {
		if len(args)+len(c.env) > 0 {
			return errors.New("--jsonl reads standard input and takes no strings")
		}
		return c.answerBatch(v)
	}
	if c.reveal {
		return errors.New("--unsafe-show-secrets goes with --jsonl; reports are always masked")
	}
	return c.report(v, j, args)
}

// checkGives reports whether check can report a rule: those of linting need a file,
// those of portability clients.
func checkGives(r *rule.Rule, clients bool) bool {
	return r.Area() != linting && r.Code != rule.SecretInCode && (clients || r.Area() != portability)
}

// answerBatch answers the strings of the batch protocol.
func (c *checker) answerBatch(v *validate.Validator) error {
	var used sync.Pool
	answer := func(out []byte, id json.RawMessage, s string) ([]byte, error) {
		m, ok := used.Get().(*memory)
		if !ok {
			m = new(memory)
		}
		defer used.Put(m)
		return newAnswer(m, id, s, v, c.reveal).append(out)
	}
	if c.client != "" {
		clients, err := clientsNamed(c.client)
		if err != nil {
			return err
		}
		if len(clients) != 1 {
			return errors.New("--jsonl takes one client")
		}
		answer = func(out []byte, id json.RawMessage, s string) ([]byte, error) {
			return appendValue(out, newClientAnswer(id, s, clients[0], c.reveal))
		}
	}
	return c.batchOf(func(out, line []byte) ([]byte, error) {
		id, s, err := stringRequest(line)
		if err != nil {
			return out, err
		}
		return answer(out, id, s)
	})
}

// report checks the strings given and prints what is found.
func (c *checker) report(v *validate.Validator, j judging, args []string) error {
	format, err := report.ParseFormat(c.format)
	if err != nil {
		return err
	}
	color, err := report.Color(c.color, c.out, os.Getenv)
	if err != nil {
		return err
	}
	inputs, err := c.inputs(args, c.env)
	if err != nil {
		return err
	}
	var findings []report.Finding
	var left report.Left
	failing := false
	for _, in := range inputs {
		bound, syntax := bindText(in.text, c.placeholders)
		masked := redact.Of(bound)
		file, excerpt := report.NewFile(in.name, in.text, nil), redact.NewExcerpt(in.text, masked.Hidden())
		found := append(v.Check(bound, syntax), v.Configure(sdk.Portability(bound, j.clients))...)
		found.Sort()
		for i := range found {
			failing = failing || found[i].Severity.AtLeast(j.failOn)
		}
		shown, less := report.SelectOf(found, j.level)
		left = left.Plus(less)
		fixes := 0
		for _, d := range shown {
			finding := report.Finding{File: file, String: 1, Diagnostic: d, Excerpt: excerpt}
			if format == report.Text && len(d.Edits) > 0 && fixes < maxFixes && len(in.text) <= maxFixedText {
				finding.Fixed = fixedText(masked, d.Edits)
				fixes++
			}
			findings = append(findings, finding)
		}
	}
	if err := report.Write(c.stdout, format, findings, report.Options{Color: color, Version: kustoconn.Version, Left: left}); err != nil && !closedPipe(err) {
		return err
	}
	if left != (report.Left{}) {
		fmt.Fprintf(c.stderr, "kustoconn: %s\n", left)
	}
	if failing && !c.verdict.exitZero {
		return errFindings
	}
	return nil
}

// A string is shown as fixes leave it for so many of them, and up to so many bytes:
// each writes and reads the whole of it.
const (
	maxFixes     = 64
	maxFixedText = 8 << 10
)

// fixedText returns the text as edits leave it, masked, or nothing where they
// do not fit.
func fixedText(v redact.View, edits []diag.Edit) string {
	fixed, err := v.Edited(edits)
	if err != nil {
		return ""
	}
	return fixed
}
