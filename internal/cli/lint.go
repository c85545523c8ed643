package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/internal/atomicfile"
	"kustoconn/internal/ioerror"
	"kustoconn/lint"
	"kustoconn/lint/config"
	"kustoconn/report"
)

// fileLinter is the lint command with its flags.
type fileLinter struct {
	*app
	judgeFlags
	configFlags

	format         string
	output         string
	quiet          bool
	excludes       []string
	list           bool
	statistics     bool
	staged         bool
	history, since string
	inHistory      bool // --history is given
	stdinFilename  string
	maxSize        string
	jobs           int
	client         string
	baseline       string
	updateBaseline bool
	fix, unsafe    bool
	diff           bool

	config   *config.Config
	excluded config.Patterns // by --exclude, from the working directory
	reporter report.Format
	colored  bool
	judgings judgings
	leftOut  int // files that the configuration leaves out
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

Errors and warnings are shown, and the rest is counted: see --level. A comment on
the line, or the line before, suppresses a finding:

  kustoconn:ignore KCS501 -- the reason
  kustoconn:ignore-file KCS501 -- the reason

The file .kustoconn.yaml, .yml or .toml of the working directory, or of the nearest
one above it, is the configuration.`,
		Example: `  kustoconn lint
  kustoconn lint --staged
  kustoconn lint --since main...
  kustoconn lint --history=v1.0..HEAD
  kustoconn lint --fix config/
  kustoconn lint --format sarif . > kustoconn.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	c.trust.add(cmd)
	c.verdict.add(cmd)
	flags := cmd.Flags()
	c.configFlags.add(cmd)
	addFormat(cmd, &c.format, report.FormatNames()...)
	flags.StringVar(&c.output, "output", "", "write the report to this file")
	flags.BoolVarP(&c.quiet, "quiet", "q", false, "say nothing on standard error but what went wrong")
	flags.StringArrayVar(&c.excludes, "exclude", nil, "pass over the files of this pattern, which starts from the working directory (repeatable)")
	flags.BoolVar(&c.list, "list", false, "print the strings found in place of findings")
	flags.BoolVar(&c.statistics, "statistics", false, "print how often each rule finds something")
	flags.BoolVar(&c.staged, "staged", false, "read what git is about to commit")
	flags.StringVar(&c.history, "history", "", "read the commits of this range: A..B, B, '*' for all references (default: HEAD)")
	flags.Lookup("history").NoOptDefVal = "HEAD"
	flags.StringVar(&c.since, "since", "", "report what is new since this commit (REV), or since the one in common with it (REV...)")
	flags.StringVar(&c.stdinFilename, "stdin-filename", "", "read standard input as the file of this name")
	flags.StringVar(&c.maxSize, "max-size", "5MiB", "pass over files larger than this")
	flags.IntVar(&c.jobs, "jobs", 0, "how many files to read at once (default: one a processor)")
	addClient(cmd, &c.client, "say what these clients would make of each string")
	flags.StringVar(&c.baseline, "baseline", "", "do not report the findings that this file knows")
	flags.BoolVar(&c.updateBaseline, "update-baseline", false, "make the baseline know all findings")
	flags.BoolVar(&c.fix, "fix", false, "make the fixes after which a string means the same")
	flags.BoolVar(&c.unsafe, "unsafe-fixes", false, "make all fixes, also those that may change what a string means")
	flags.BoolVar(&c.diff, "diff", false, "print what fixes would change, and write nothing")
	return cmd
}

func (c *fileLinter) run(cmd *cobra.Command, args []string) error {
	c.inHistory = cmd.Flags().Changed("history")
	if err := c.checkFlags(args); err != nil {
		return err
	}
	options, err := c.options(cmd, args)
	if err != nil {
		return err
	}
	known, err := c.openBaseline(cmd.Flags().Changed("baseline"))
	if err != nil {
		return err
	}
	if !c.updateBaseline || c.inHistory {
		options.Baseline = known.baseline
	}
	options.BaselinePath = known.path
	ctx, stop := signal.NotifyContext(context.Background(), endings...)
	defer stop()
	context.AfterFunc(ctx, stop) // the second one ends the command at once
	progress := newProgress(c.stderr, isTerminal(c.stderr) && !c.quiet, os.Getenv, time.Now)
	options.Progress = progress.update
	result, err := lint.Run(ctx, options)
	progress.clear()
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; each file is whole, fixed or not")
	}
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
		{c.inHistory && (c.staged || c.stdinFilename != "" || c.since != ""), "--history reads commits, and goes with neither --staged, --since nor standard input"},
		{c.inHistory && (fixing || c.list), "--history only reports"},
		{c.since != "" && (fixing || c.list || c.staged || c.updateBaseline), "--since only reports, and reads the files as they are"},
		{c.list && (fixing || c.statistics || c.updateBaseline), "--list only lists"},
		{c.updateBaseline && (fixing || c.statistics), "--update-baseline goes with neither fixes nor --statistics"},
		{c.jobs < 0, "--jobs takes a positive number"},
		{c.output != "" && c.updateBaseline, "--update-baseline writes no report, so that --output has nothing to take"},
	} {
		if wrong.given {
			return errors.New(wrong.trouble)
		}
	}
	return nil
}

// options merges the flags with the configuration: a flag wins.
func (c *fileLinter) options(cmd *cobra.Command, args []string) (o lint.Options, err error) {
	if c.config, err = c.load(); err != nil {
		return o, err
	}
	if c.excluded, err = config.NewPatterns(c.excludes); err != nil {
		return o, fmt.Errorf("--exclude: %w", err)
	}
	if c.reporter, err = report.ParseFormat(c.format); err != nil {
		return o, err
	}
	out := c.out
	if c.output != "" {
		out = io.Discard // which is no terminal
	}
	if c.colored, err = report.Color(c.color, out, os.Getenv); err != nil {
		return o, err
	}
	if c.judgings, err = c.newJudgings(cmd, c.config); err != nil {
		return o, err
	}
	general := c.judgings.general
	o.Validator, o.Checkers, o.MaxSize = general.rules.Validator, general.rules.Checkers, general.rules.MaxSize
	o.Override = c.judgings.override
	if o.Unconfigured, err = c.unconfigured(cmd); err != nil {
		return o, err
	}
	o.Placeholders = general.rules.Placeholders
	o.Paths, o.Staged, o.Jobs, o.Reads, o.DryRun = args, c.staged, c.jobs, c.reads, c.diff
	if c.stdinFilename != "" {
		o.Stdin, o.StdinName = c.stdin, c.stdinFilename
	}
	o.Since = c.since
	if c.inHistory {
		o.History = &c.history
	}
	switch {
	case c.unsafe:
		o.Fix = lint.AllFixes
	case c.fix || c.diff:
		o.Fix = lint.SafeFixes
	}
	return o, nil
}

// reads reports whether the configuration and --exclude let a file be read.
func (c *fileLinter) reads(path string, named bool) bool {
	if c.excluded.Match(filepath.ToSlash(path)) {
		return false
	}
	if !c.config.Reads(path, named) {
		c.leftOut++
		return false
	}
	return true
}

// findings returns the findings to show, each by the level of its file, what is
// left out, and whether any, shown or not, fails the run.
func (c *fileLinter) findings(result *lint.Result) (shown []report.Finding, left report.Left, failing bool) {
	for _, f := range result.Files {
		file := report.NewFile(f.Path, f.Text(), f.Index())
		file.IsFile = true
		judging := c.judgings.of(f.Path)
		var all []report.Finding
		for i := range f.Findings {
			found := &f.Findings[i]
			failing = failing || found.Diagnostic.Severity.AtLeast(judging.failOn)
			finding := report.Finding{
				File: file, String: found.String + 1, Diagnostic: found.Diagnostic, InString: found.InString,
				Fixed: found.Fixed, Fingerprint: found.Fingerprint,
			}
			if f.Commit != nil {
				finding.Commit = &report.Commit{ID: f.Commit.ID, AuthorDate: f.Commit.AuthorDate, Present: found.Present}
			}
			if found.String >= 0 {
				finding.Excerpt = f.Strings[found.String].Excerpt
			}
			all = append(all, finding)
		}
		some, less := report.Select(all, judging.level)
		shown, left = append(shown, some...), left.Plus(less)
	}
	return shown, left, failing
}

// toOutput lets write write to the file of --output, or to standard output
// where none is named.
func (c *fileLinter) toOutput(write func() error) error {
	if c.output == "" {
		return write()
	}
	var text bytes.Buffer
	screen := c.stdout
	c.stdout = bufio.NewWriter(&text)
	err := write()
	c.stdout.Flush() // to memory, which does not fail
	c.stdout = screen
	if err == nil {
		err = atomicfile.Write(c.output, text.Bytes())
	}
	if err != nil {
		return ioerror.New(ioerror.Writing, "the report", err)
	}
	return nil
}

// print prints what the flags ask for and returns how the command ends.
func (c *fileLinter) print(result *lint.Result) error {
	findings, left, failing := c.findings(result)
	err := c.toOutput(func() error {
		switch {
		case c.list:
			return c.writeList(result)
		case c.diff:
			failing = c.writeDiffs(result) || failing
		case c.statistics:
			c.writeStatistics(findings)
		default:
			return report.Write(c.stdout, c.reporter, findings, report.Options{Color: c.colored, Version: kustoconn.Version, Left: left})
		}
		return nil
	})
	if err != nil && !closedPipe(err) {
		return err
	}
	if c.list || c.diff {
		left = report.Left{} // findings are not what was asked for
	}
	if c.summarize(result, left) {
		return errReported
	}
	if failing && !c.verdict.exitZero && !c.list {
		return errFindings
	}
	return nil
}
