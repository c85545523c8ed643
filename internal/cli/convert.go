package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/convert"
	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/validate"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	env            []string
	to, from, auth string
	list, reveal   bool
	configuration  configFlags
}

func (a *app) convertCommand() *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   "convert --to TARGET STRING",
		Short: "Write a connection string as code, or as the settings of a tool",
		Long: `Write what a connection string means as builder code for a client library, or as
the settings of a tool. --list prints the targets. A secret is never written: the
output looks it up in the environment (KUSTO_APPLICATION_KEY and the like). What a
target cannot hold is an error that says what to use instead. A string with errors
is not written: they are told, and the exit code is 1. The configuration of the
working directory counts (see lint).

With --auth, STRING is an endpoint, or a string, for an authentication that is
named, one that no string can select included: ` + authentications() + `.
What that needs and STRING lacks is looked up in the environment.

With --from, STRING is the text of a tool's settings; without --to, the connection
string that they mean is printed, masked like that of fmt.`,
		Example: `  kustoconn convert --to python --env KUSTO_CONNECTION
  kustoconn convert --to go --auth managed-identity https://mycluster.kusto.windows.net
  kustoconn convert --from opentelemetry --to fluent-bit - <config.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.convert(cmd, args, &f) },
	}
	addInputFlags(cmd, &f.env)
	targets, tools := conversions()
	addChoice(cmd, &f.to, "to", "", "the target", targets...)
	addChoice(cmd, &f.from, "from", "", "the tool whose settings to read", tools...)
	addChoice(cmd, &f.auth, "auth", "", "the authentication, instead of the one that the string selects", signIns()...)
	cmd.Flags().BoolVar(&f.list, "list", false, "print the targets")
	addRevealFlag(cmd, &f.reveal)
	f.configuration.add(cmd)
	return cmd
}

// convert runs the command.
func (a *app) convert(cmd *cobra.Command, args []string, f *convertFlags) error {
	if f.list {
		return a.listTargets(args)
	}
	switch {
	case f.to == "" && f.from == "":
		return errors.New("name a target with --to; --list prints them")
	case f.to != "" && f.reveal:
		return errors.New("--unsafe-show-secrets does not go with --to: code and settings look secrets up in the environment")
	case f.to == "" && f.auth != "":
		return errors.New("--auth goes with --to")
	}
	in, err := a.oneInput(args, f.env)
	if err != nil {
		return err
	}
	switch {
	case f.from == "":
		if err := a.refuseErrors(cmd, in, f.configuration, f.auth != ""); err != nil {
			return err
		}
		return a.convertTo(f.to, in.text, f.auth)
	case f.to == "":
		return a.convertToString(f.from, in.text, f.reveal)
	case f.auth != "":
		return errors.New("--auth does not go with --from: the settings say how to sign in")
	}
	c, err := convert.FromSettings(f.from, in.text)
	if err != nil {
		return err
	}
	return a.writeTarget(f.to, c)
}

// conversions lists what --to and --from take.
func conversions() (targets, tools []string) {
	for _, t := range convert.Targets() {
		targets = append(targets, t.Name)
		if t.Reads {
			tools = append(tools, t.Name)
		}
	}
	return append(targets, "dotnet", "node"), tools
}

// authentications lists the names that --auth takes, a line every few.
func authentications() string {
	var out strings.Builder
	for i, name := range append([]string{"managed-identity"}, convert.Modes()...) {
		switch {
		case i > 0 && i%4 == 0:
			out.WriteString(",\n")
		case i > 0:
			out.WriteString(", ")
		}
		out.WriteString(name)
	}
	return out.String()
}

// refuseErrors tells the errors of a string, which mean that it is not what its
// author meant. Where the authentication is named, the rules on what the string
// selects do not count, nor the one on what only code can set.
func (a *app) refuseErrors(cmd *cobra.Command, in input, from configFlags, named bool) error {
	file, err := from.load()
	if err != nil {
		return err
	}
	flags := judgeFlags{}
	j, err := flags.judging(cmd, file.Settings)
	if err != nil {
		return err
	}
	v, err := validate.New(j.Options)
	if err != nil {
		return err
	}
	bound, syntax := bindText(in.text, file.Placeholders)
	shown, excerpt := report.NewFile(in.name, in.text, nil), redact.NewExcerpt(in.text, redact.Of(bound).Hidden())
	var findings []report.Finding
	for _, d := range v.Check(bound, syntax) {
		if d.IsError() && !(named && (d.Code/100 == 3 || d.Code == rule.ProgrammaticOnly)) {
			findings = append(findings, report.Finding{File: shown, String: 1, Diagnostic: d, Excerpt: excerpt})
		}
	}
	if len(findings) == 0 {
		return nil
	}
	if err := report.Write(a.stderr, report.Concise, findings, report.Options{Version: kustoconn.Version, Level: diag.Error}); err != nil {
		return err
	}
	return errFindings
}

// convertTo prints text, with the authentication that auth names or else its
// own, for a target.
func (a *app) convertTo(to, text, auth string) error {
	c, err := convert.FromString(text)
	if auth != "" {
		c, err = convert.FromEndpoint(text, auth)
	}
	if err != nil {
		return err
	}
	return a.writeTarget(to, c)
}

// writeTarget prints a connection for a target.
func (a *app) writeTarget(to string, c *convert.Connection) error {
	out, err := convert.To(to, c)
	if err != nil {
		return err
	}
	fmt.Fprint(a.stdout, out)
	return nil
}

// convertToString prints the connection string that the settings of a tool
// mean, masked unless reveal is set.
func (a *app) convertToString(from, settings string, reveal bool) error {
	built, err := convert.From(from, settings)
	if err != nil {
		return err
	}
	text, err := built.Reveal()
	if err != nil {
		return err
	}
	masked := built.String()
	if reveal {
		masked = text
	}
	fmt.Fprintln(a.stdout, masked)
	a.warnMasked(masked != text)
	return nil
}

// listTargets prints the targets, and which of them --from takes.
func (a *app) listTargets(args []string) error {
	if len(args) > 0 {
		return errors.New("--list takes no string")
	}
	for _, t := range convert.Targets() {
		note := ""
		if t.Reads {
			note = "; also --from"
		}
		fmt.Fprintf(a.stdout, "%-15s %s%s\n", t.Name, t.Title, note)
	}
	return nil
}
