package cli

import (
	"encoding/json"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// checker is the check command with its flags.
type checker struct {
	*app
	env     []string
	format  string
	jsonl   bool
	reveal  bool
	client  string
	trust   trustFlags
	verdict verdictFlags
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
in an environment variable (--env NAME).`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(args) },
	}
	addInputFlags(cmd, &c.env)
	c.trust.add(cmd)
	c.verdict.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&c.format, "format", "text", strings.Join(report.FormatNames(), ", "))
	flags.BoolVar(&c.jsonl, "jsonl", false, `read {"id","s"} a line from standard input and answer each with a line`)
	flags.StringVar(&c.client, "client", "", "say what these clients would make of it: "+strings.Join(sdk.Names(), ", ")+" or all; with --jsonl, answer as this client reads")
	flags.BoolVar(&c.reveal, "unsafe-show-secrets", false, "do not mask secrets in the answers to --jsonl")
	return cmd
}

func (c *checker) run(args []string) error {
	policy, err := c.trust.policy()
	if err != nil {
		return err
	}
	options, err := c.verdict.options()
	if err != nil {
		return err
	}
	options.Policy, options.Login = policy, c.trust.login
	v, err := validate.New(options)
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
	return c.report(v, args)
}

// answerBatch answers the strings of the batch protocol.
func (c *checker) answerBatch(v *validate.Validator) error {
	answer := func(id json.RawMessage, s string) any { return newAnswer(id, s, v, c.reveal) }
	if c.client != "" {
		clients, err := clientsNamed(c.client)
		if err != nil {
			return err
		}
		if len(clients) != 1 {
			return errors.New("--jsonl takes one client")
		}
		answer = func(id json.RawMessage, s string) any { return newClientAnswer(id, s, clients[0], c.reveal) }
	}
	return c.batch(func(request map[string]json.RawMessage) (any, error) {
		s, err := stringField(request, "s")
		if err != nil {
			return nil, err
		}
		return answer(requestID(request), s), nil
	})
}

// report checks the strings given and prints what is found.
func (c *checker) report(v *validate.Validator, args []string) error {
	format, err := report.ParseFormat(c.format)
	if err != nil {
		return err
	}
	color, err := report.Color(c.color, c.out, os.Getenv)
	if err != nil {
		return err
	}
	var clients []sdk.Client
	if c.client != "" {
		if clients, err = clientsNamed(c.client); err != nil {
			return err
		}
	}
	inputs, err := c.inputs(args, c.env)
	if err != nil {
		return err
	}
	var findings []report.Finding
	failing := false
	for _, in := range inputs {
		tree, syntax := grammar.Parse(in.text)
		bound := bind.Bind(tree)
		masked := redact.Of(bound)
		file := report.NewFile(in.name, in.text, nil)
		file.Hidden = masked.Hidden()
		found := append(v.Check(bound, syntax), v.Configure(sdk.Portability(bound, clients))...)
		found.Sort()
		fixes := 0
		for _, d := range found {
			failing = failing || d.Severity.AtLeast(c.verdict.failing)
			finding := report.Finding{File: file, Diagnostic: d}
			if format == report.Text && len(d.Edits) > 0 && fixes < maxFixes {
				finding.Fixed = fixedText(masked, d.Edits)
				fixes++
			}
			findings = append(findings, finding)
		}
	}
	if err := report.Write(c.stdout, format, findings, report.Options{Color: color, Version: kustoconn.Version}); err != nil {
		return err
	}
	if failing && !c.verdict.exitZero {
		return errFindings
	}
	return nil
}

// maxFixes bounds the fixes of one string that are shown, so that a report
// takes time linear in the string.
const maxFixes = 64

// fixedText returns the text as edits leave it, masked, or nothing where they
// do not fit.
func fixedText(v redact.View, edits []diag.Edit) string {
	fixed, err := v.Edited(edits)
	if err != nil {
		return ""
	}
	return fixed
}
