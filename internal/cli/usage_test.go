package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kustoconn/internal/exhaust"
)

// secretsTyped are what a secret can come with that stands in the wrong place of a
// command line. All but the first can't be the name of a file.
var secretsTyped = []string{
	marker, "AppKey=" + marker, "https://c.kusto.windows.net;AppKey=" + marker, "https://u:" + marker + "@c.kusto.windows.net/;x",
	"-AppKey=" + marker, "--AppKey=" + marker, "AppKey=" + marker + "," + marker, "AppKey=\x1b" + marker + "\n",
}

// pathFlags take the names of files, and these commands take them as arguments:
// messages name files, unless what they are called can be a connection string.
var (
	pathFlags    = []string{"config", "baseline", "output", "stdin-filename", "expect"}
	pathCommands = []string{"lint", "redact"}
	// stringCommands show what they are given, masked: a name alone is a cluster's.
	stringCommands = []string{"check", "explain", "fmt", "diff", "endpoint", "clients", "convert", "build"}
)

// commandsBelow returns a command and all below it, by the words that call them.
func commandsBelow(cmd *cobra.Command, words ...string) (all [][]string) {
	all = append(all, words)
	for _, c := range cmd.Commands() {
		all = append(all, commandsBelow(c, append(slices.Clone(words), c.Name())...)...)
	}
	return all
}

// commandLines returns a command line for each place of each command that can hold
// something typed: arguments, flags, and the same while a shell completes them.
func commandLines(t *testing.T, typed string) (lines [][]string) {
	t.Helper()
	bare := typed == marker
	root := Command()
	for _, words := range commandsBelow(root) {
		cmd, _, err := root.Find(words)
		if err != nil {
			t.Fatal(err)
		}
		add := func(args ...string) {
			line := append(slices.Clone(words), args...)
			lines = append(lines, line, append([]string{cobra.ShellCompRequestCmd}, append(line, "")...), append([]string{cobra.ShellCompNoDescRequestCmd}, line...))
		}
		if !bare || !slices.Contains(append(pathCommands, stringCommands...), cmd.Name()) {
			add(typed)
			add("x", typed)
			add("x", "y", typed)
			add("--", typed)
		}
		add("--" + typed)
		add("-" + typed)
		add("--" + typed + "=x")
		cmd.InitDefaultHelpFlag()
		cmd.Flags().AddFlagSet(cmd.InheritedFlags())
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if bare && slices.Contains(pathFlags, f.Name) || f.Name == "unsafe-show-secrets" {
				return
			}
			add("--"+f.Name+"="+typed, "x")
			if bare && f.NoOptDefVal != "" && slices.Contains(append(pathCommands, stringCommands...), cmd.Name()) {
				return // typed is an argument there
			}
			add("--"+f.Name, typed)
			add("x", "--"+f.Name, typed, "y")
			if f.Shorthand != "" {
				add("-"+f.Shorthand+typed, "x")
			}
		})
	}
	return lines
}

// Whatever is wrong with a command line, what was typed may be a secret: no command
// prints it in any place.
func TestNoPlaceOfACommandLineIsEchoed(t *testing.T) {
	t.Chdir(t.TempDir())
	for i, typed := range secretsTyped {
		if i%exhaust.Sample(shortStep) != 0 {
			continue
		}
		lines := commandLines(t, typed)
		if len(lines) < 500 {
			t.Fatalf("only %d command lines", len(lines))
		}
		for k, args := range lines {
			if k%exhaust.Sample(5) != 0 {
				continue
			}
			var out, errs bytes.Buffer
			Main(args, strings.NewReader(""), &out, &errs)
			if piece := findPiece(out.String() + errs.String()); piece != "" {
				t.Errorf("kustoconn %q prints %q:\n%.300s", args, piece, out.String()+errs.String())
			}
			clean(t)
		}
	}
}

// clean removes what a command wrote.
func clean(t *testing.T) {
	t.Helper()
	made, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range made {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
	}
}

// A variable of the environment is not echoed either, be it one that the command
// asks for or the name of one.
func TestTheEnvironmentIsNotEchoed(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"NO_COLOR", "CLICOLOR_FORCE", "TERM", "CI", "PRE_COMMIT", "KUSTOCONN_COMPLETION_DESCRIPTIONS", "COMPLETION_DESCRIPTIONS", "GIT_DIR"} {
		t.Setenv(name, "AppKey="+marker)
	}
	t.Setenv("KUSTO", "AppKey="+marker)
	root := Command()
	for _, words := range commandsBelow(root) {
		for _, args := range [][]string{nil, {"--env", "KUSTO"}, {"--env", marker}, {"--env", "AppKey=" + marker}, {"--color", "auto", "x"}, {"AppKey=env:" + marker}, {"AppKey=file:" + marker + ";"}} {
			line := append(slices.Clone(words), args...)
			for _, line := range [][]string{line, append([]string{cobra.ShellCompRequestCmd}, append(line, "")...)} {
				if piece := findPiece(run(t, "", line...)); piece != "" {
					t.Errorf("kustoconn %q prints %q", line, piece)
				}
			}
		}
	}
}
