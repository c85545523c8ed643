// Package cli is the command line: each command is thin, a reading of its
// flags and arguments and a call into the packages that do the work.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"kustoconn/internal/ioerror"
)

//go:generate go run -C ../tools ./gen/man ../../docs/man
//go:generate go run -C ../tools ./gen/picture ../../docs/lint.svg

// The exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitTrouble  = 2 // usage, unreadable input, bad configuration
)

// errFindings ends a command that has said all there is to say, with the exit
// code for findings.
var errFindings = errors.New("findings")

// errReported ends a command that has already told of its trouble.
var errReported = errors.New("reported")

// app is what commands share: the streams and the flags that all have.
type app struct {
	stdin  io.Reader
	stdout *bufio.Writer // flushed at the end, or by a command that streams
	stderr io.Writer
	out    io.Writer // what stdout writes to, to ask whether it is a terminal
	color  string
}

// Main runs the command that args name and returns its exit code: 0 clean, 1
// findings, 2 usage or input errors. Results go to stdout, messages to stderr.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ignoreClosedPipes()
	a := &app{stdin: stdin, stdout: bufio.NewWriter(stdout), stderr: stderr, out: stdout}
	root := a.root()
	root.SetArgs(args)
	undo := quietCompletion(args)
	err := root.Execute()
	undo()
	if flushErr := a.stdout.Flush(); flushErr != nil && !closedPipe(flushErr) {
		err = ioerror.New(ioerror.Writing, "the output", flushErr)
	}
	switch {
	case closedPipe(err):
		return exitClean
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errReported):
		return exitTrouble
	}
	fmt.Fprintln(stderr, "kustoconn:", err)
	return exitTrouble
}

// closedPipe reports whether err is of a pipe whose reader has gone, as head
// goes when it has read enough. It is no trouble and needs no message.
func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// Command returns the command with all of its commands, to be documented. What
// they print when run goes nowhere: see Main.
func Command() *cobra.Command {
	a := &app{stdin: strings.NewReader(""), stdout: bufio.NewWriter(io.Discard), stderr: io.Discard, out: io.Discard}
	return a.root()
}

// colors is what --color takes.
var colors = []string{"auto", "always", "never"}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "kustoconn",
		Short: "Check, explain and write Kusto connection strings",
		Long: `kustoconn reads Kusto (Azure Data Explorer, Fabric) connection strings by the
documented grammar: it checks them, explains them, prints them canonically, and
masks their secrets.

A string on the command line can be seen by other users of the machine and stays
in the shell's history. Give one that holds a secret on standard input ("-") or
in an environment variable (--env NAME).

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or unreadable input.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs, // those of no command
	}
	// Not cobra's, which prints by a template, and for a program that executes one the
	// linker keeps every method of every type.
	showVersion := root.Flags().BoolP("version", "v", false, "version for kustoconn")
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if *showVersion {
			fmt.Fprintln(a.stdout, version())
			return nil
		}
		return commandsOnly(cmd, args)
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	a.color = "auto"
	root.PersistentFlags().Var(choice{value: &a.color, values: colors}, "color", "colour the output: "+strings.Join(colors, ", "))
	complete(root, "color", colors...)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand(root))
	root.AddCommand(
		a.checkCommand(), a.lintCommand(), a.explainCommand(), a.fmtCommand(), a.redactCommand(), a.diffCommand(),
		a.clientsCommand(), a.convertCommand(), a.versionCommand(), a.lspCommand(),
	)
	root.AddCommand(a.terminalCommands()...)
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args, c.RunE = cobra.ArbitraryArgs, commandsOnly
			for _, shell := range c.Commands() {
				shell.Args = noArguments
			}
		}
	}
	return root
}
