package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"kustoconn": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The scripts are the commands as people type them. "exits CODE" stands before
// a command line to assert its exit code exactly.
func TestScripts(t *testing.T) {
	dir, files := "testdata/script", []string(nil)
	if testing.Short() { // the two commands that most people run
		dir, files = "", []string{"testdata/script/check.txtar", "testdata/script/lint.txtar"}
	}
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		Files:               files,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			env.Setenv("CLICOLOR_FORCE", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs kustoconn with the arguments behind the exit code that it must
// end with, and checks what holds for every run: standard error is made of
// lines that begin with the command's name.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE ARGUMENT…")
	}
	codes := map[string]int{"0": 0, "1": 1, "2": 2}
	want, ok := codes[args[0]]
	if !ok {
		ts.Fatalf("no exit code %s", args[0])
	}
	err := ts.Exec("kustoconn", args[1:]...)
	got := 0
	if err != nil {
		var exit interface{ ExitCode() int }
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	for line := range strings.Lines(ts.ReadFile("stderr")) {
		if !strings.HasPrefix(line, "kustoconn: ") {
			ts.Fatalf("standard error holds %q", line)
		}
	}
}

func TestSchemaIsJSON(t *testing.T) {
	for _, format := range []string{"json", "jsonschema"} {
		var out, errs bytes.Buffer
		Main([]string{"schema", "--format", format}, strings.NewReader(""), &out, &errs)
		var document map[string]any
		if err := json.Unmarshal(out.Bytes(), &document); err != nil || len(document) == 0 {
			t.Errorf("%s: %d members, %v", format, len(document), err)
		}
	}
}

// Whatever is wrong with a command line, what was typed may be a secret.
func TestUsageErrorsQuoteNoSecret(t *testing.T) {
	for _, args := range [][]string{
		{marker}, {"AppKey=" + marker}, {"-" + marker}, {"--" + marker}, {"--" + marker + "=x"}, {"--AppKey=" + marker},
		{"help", marker}, {"help", "check", marker}, {"completion", marker}, {"completion", "bash", marker},
		{"version", marker}, {"grammar", marker}, {"schema", marker}, {"rules", marker}, {"rules", "x", marker},
		{"grammar", "--format", marker}, {"schema", "--format", marker}, {"check", "--format", marker, "x"},
		{"check", "--env", marker}, {"check", "--env", "AppKey=" + marker}, {"check", "--color", marker, "x"},
		{"check", "--select", marker, "x"}, {"check", "--ignore", marker, "x"}, {"check", "--severity", marker, "x"},
		{"check", "--severity", "unknown-keyword=" + marker, "x"}, {"check", "--fail-on", marker, "x"},
		{"check", "--exit-zero=" + marker, "x"}, {"check", "--jsonl=" + marker}, {"check", "--client", marker, "x"},
		{"check", "--trust", marker, "x"}, {"check", "--trust-exact", "https://u:" + marker + "@h", "x"},
		{"check", "--jsonl", marker}, {"check", "-" + marker},
		{"endpoint", "--jsonl", marker}, {"endpoint", "--login", marker, "https://c.kusto.windows.net"},
		{"fmt", "x", marker}, {"diff", marker}, {"diff", "a", "b", marker}, {"build", marker},
		{"build", "AppKey=env:" + marker}, {"build", "AppKey=file:" + marker}, {"build", "Fed=" + marker},
		{"build", "Accept=true;AppKey=" + marker}, {"build", "=" + marker}, {"build", "AppKey=\x00" + marker},
	} {
		var out, errs bytes.Buffer
		code := Main(args, strings.NewReader(""), &out, &errs)
		if piece := findPiece(out.String() + errs.String()); piece != "" {
			t.Errorf("kustoconn %q prints %q", args, piece)
		}
		if strings.Count(errs.String(), "\n") > 1 {
			t.Errorf("kustoconn %q: more than a line: %s", args, errs.String())
		}
		if code != exitTrouble && args[0] != "endpoint" {
			t.Errorf("kustoconn %q: exit code %d", args, code)
		}
	}
}
