package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/lint/config"
	"kustoconn/report"
	"kustoconn/sdk"
)

// fileLinter is the lint command with its flags.
type fileLinter struct {
	*app
	trust   trustFlags
	verdict verdictFlags

	format         string
	list           bool
	statistics     bool
	staged         bool
	stdinFilename  string
	maxSize        string
	jobs           int
	configPath     string
	client         string
	baseline       string
	updateBaseline bool
	fix, unsafe    bool
	diff           bool

	config   *config.Config
	reporter report.Format
	colored  bool
}

func (a *app) lintCommand() *cobra.Command {
	c := fileLinter{app: a}
	cmd := &cobra.Command{
		Use:   "lint [PATH…]",
		Short: "Find connection strings in files and check them",
		Long: `Find the connection strings in files, and in the files of directories, and check
them where they stand. In a repository these are the files that git knows; without
PATH, those of the working directory. Binary files, large files and the directories
.git, node_modules and vendor are passed over and counted. Secrets are masked in
all that is printed.

A comment on the line, or the line before, suppresses a finding:

  kustoconn:ignore KCS501 -- the reason
  kustoconn:ignore-file KCS501 -- the reason

The file .kustoconn.yaml or .kustoconn.toml of the working directory, or of the
nearest one above it, is the configuration.`,
		Example: `  kustoconn lint
  kustoconn lint --staged
  kustoconn lint --fix config/
  kustoconn lint --format sarif . > kustoconn.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	c.trust.add(cmd)
	c.verdict.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&c.format, "format", "text", strings.Join(report.FormatNames(), ", "))
	flags.BoolVar(&c.list, "list", false, "print the strings found in place of findings")
	flags.BoolVar(&c.statistics, "statistics", false, "print how often each rule finds something")
	flags.BoolVar(&c.staged, "staged", false, "read what git is about to commit")
	flags.StringVar(&c.stdinFilename, "stdin-filename", "", "read standard input as the file of this name")
	flags.StringVar(&c.maxSize, "max-size", "5MiB", "pass over files larger than this")
	flags.IntVar(&c.jobs, "jobs", 0, "how many files to read at once (default: one a processor)")
	flags.StringVar(&c.configPath, "config", "", "the configuration file (default: looked for upwards)")
	flags.StringVar(&c.client, "client", "", "say what these clients would make of each string: "+strings.Join(sdk.Names(), ", ")+" or all")
	flags.StringVar(&c.baseline, "baseline", "", "do not report the findings that this file knows")
	flags.BoolVar(&c.updateBaseline, "update-baseline", false, "make the baseline know all findings")
	flags.BoolVar(&c.fix, "fix", false, "make the fixes after which a string means the same")
	flags.BoolVar(&c.unsafe, "unsafe-fixes", false, "make all fixes, also those that may change what a string means")
	flags.BoolVar(&c.diff, "diff", false, "print what fixes would change, and write nothing")
	return cmd
}

func (c *fileLinter) run(cmd *cobra.Command, args []string) error {
	if err := c.checkFlags(args); err != nil {
		return err
	}
	options, err := c.options(cmd, args)
	if err != nil {
		return err
	}
	known, err := c.openBaseline()
	if err != nil {
		return err
	}
	if !c.updateBaseline {
		options.Baseline = known.baseline
	}
	options.BaselinePath = known.path
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	progress := newProgress(c.stderr, isTerminal(c.stderr), os.Getenv, time.Now)
	options.Progress = progress.update
	result, err := lint.Run(ctx, options)
	progress.clear()
	if err != nil {
		return err
	}
	if c.updateBaseline {
		return c.writeBaseline(known, &result)
	}
	return c.print(&result)
}

// checkFlags refuses flags that do not go together.
func (c *fileLinter) checkFlags(args []string) error {
	fixing := c.fix || c.unsafe || c.diff
	for _, wrong := range []struct {
		given   bool
		trouble string
	}{
		{c.stdinFilename != "" && (len(args) > 0 || c.staged), "--stdin-filename reads standard input and takes no paths"},
		{c.stdinFilename != "" && (c.fix || c.unsafe) && !c.diff, "standard input cannot be fixed; --diff shows what would change"},
		{c.staged && fixing, "what is staged cannot be fixed; fix the files and stage them"},
		{c.list && (fixing || c.statistics || c.updateBaseline), "--list only lists"},
		{c.updateBaseline && (fixing || c.statistics), "--update-baseline goes with neither fixes nor --statistics"},
		{c.jobs < 0, "--jobs takes a positive number"},
	} {
		if wrong.given {
			return errors.New(wrong.trouble)
		}
	}
	return nil
}

// options merges the flags with the configuration: a flag wins.
func (c *fileLinter) options(cmd *cobra.Command, args []string) (o lint.Options, err error) {
	if c.config, err = loadConfig(c.configPath); err != nil {
		return o, err
	}
	if c.reporter, err = report.ParseFormat(c.format); err != nil {
		return o, err
	}
	if c.colored, err = report.Color(c.color, c.out, os.Getenv); err != nil {
		return o, err
	}
	rules, err := c.verdict.options()
	if err != nil {
		return o, err
	}
	if c.config.FailOn != 0 && !cmd.Flags().Changed("fail-on") {
		c.verdict.failing = c.config.FailOn
	}
	if len(rules.Select) == 0 {
		rules.Select = c.config.Select
	}
	rules.Ignore = append(rules.Ignore, c.config.Ignore...)
	for code, severity := range c.config.Severities {
		if _, given := rules.Severities[code]; !given {
			rules.Severities[code] = severity
		}
	}
	if rules.Policy, err = c.trust.policy(); err != nil {
		return o, err
	}
	if rules.Policy, err = rules.Policy.AddTrustedHosts(c.config.TrustedHosts, false); err != nil {
		return o, err
	}
	rules.Login = c.trust.login
	if rules.Login == "" {
		rules.Login = c.config.Login
	}
	if o.Validator, err = lint.NewValidator(rules); err != nil {
		return o, err
	}
	if o.Checkers, err = c.checkers(); err != nil {
		return o, err
	}
	o.Placeholders = c.config.Placeholders
	o.MaxSize = c.config.MaxSize
	if o.MaxSize == 0 || cmd.Flags().Changed("max-size") {
		if o.MaxSize, err = config.ParseSize(c.maxSize); err != nil {
			return o, fmt.Errorf("--max-size: %w", err)
		}
	}
	o.Paths, o.Staged, o.Jobs, o.Reads, o.DryRun = args, c.staged, c.jobs, c.config.Reads, c.diff
	if c.stdinFilename != "" {
		o.Stdin, o.StdinName = c.stdin, c.stdinFilename
	}
	switch {
	case c.unsafe:
		o.Fix = lint.AllFixes
	case c.fix || c.diff:
		o.Fix = lint.SafeFixes
	}
	return o, nil
}

// loadConfig loads the configuration at path, or else the one for the working
// directory, or else an empty one.
func loadConfig(path string) (*config.Config, error) {
	if path == "" {
		found, err := config.Find(".")
		if err != nil {
			return nil, err
		}
		if found == "" {
			return &config.Config{}, nil
		}
		path = found
	}
	return config.Load(path)
}

// checkers returns the portability rules for the clients that --client or the
// configuration names.
func (c *fileLinter) checkers() ([]lint.Checker, error) {
	list := c.client
	if list == "" {
		var names []string
		for _, client := range c.config.Clients {
			names = append(names, client.String())
		}
		list = strings.Join(names, ",")
	}
	if list == "" {
		return nil, nil
	}
	clients, err := clientsNamed(list)
	if err != nil {
		return nil, err
	}
	return []lint.Checker{portability(clients)}, nil
}

func portability(clients []sdk.Client) lint.Checker {
	return func(b *bind.Bound) diag.List { return sdk.Portability(b, clients) }
}

// print prints what the flags ask for and returns how the command ends.
func (c *fileLinter) print(result *lint.Result) error {
	var findings []report.Finding
	failing := false
	for _, f := range result.Files {
		file := &report.File{Path: f.Path, Text: f.Text, Index: f.Index, Hidden: f.Hidden, IsFile: true}
		for i := range f.Findings {
			found := &f.Findings[i]
			failing = failing || found.Diagnostic.Severity.AtLeast(c.verdict.failing)
			findings = append(findings, report.Finding{
				File: file, Diagnostic: found.Diagnostic, Fixed: found.Fixed, Fingerprint: found.Fingerprint,
			})
		}
	}
	var err error
	switch {
	case c.list:
		err = c.writeList(result)
	case c.diff:
		failing = c.writeDiffs(result) || failing
	case c.statistics:
		c.writeStatistics(findings)
	default:
		err = report.Write(c.stdout, c.reporter, findings, report.Options{Color: c.colored, Version: kustoconn.Version})
	}
	if err != nil {
		return err
	}
	if c.summarize(result) {
		return errReported
	}
	if failing && !c.verdict.exitZero && !c.list {
		return errFindings
	}
	return nil
}
