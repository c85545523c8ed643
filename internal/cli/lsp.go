package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"reflect"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/lsp"
	"kustoconn/lint/config"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/schema"
)

// errDisorderly ends a language server whose client went without asking for shutdown.
var errDisorderly = errors.New("the client ended the connection without shutdown")

func (a *app) lspCommand() *cobra.Command {
	var from configFlags
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve editors over standard input and output",
		Long: `Be a language server (LSP 3.17) over standard input and output, for every kind of
file that lint reads: findings while one types, fixes, what a string means, completion,
the authentication that is selected. Editors start it; docs/editor.md has the lines to
copy. The configuration is that of the folder that the editor has open (see lint).

It reads files only where the editor asks to check the workspace, writes none, and
starts no program. Secrets are masked in all that it sends.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), endings...)
			defer stop()
			defer debug.SetGCPercent(debug.SetGCPercent(editorGC))
			options := lsp.Options{
				Version: kustoconn.Version, RulePages: rulePages(),
				Judge: func(dir string, settings []byte) (*lsp.Judging, error) {
					return a.judgeFolder(cmd, from, dir, settings)
				},
			}
			if !lsp.Serve(ctx, a.stdin, a.out, options) {
				return errDisorderly
			}
			return nil
		},
	}
	from.add(cmd)
	cmd.Flags().Bool("stdio", true, "standard input and output, which is the only way there is; clients give the flag")
	return cmd
}

// editorGC is the percentage for the collector in a language server, which holds little and
// makes much garbage at every key: BenchmarkKeyToDiagnostics, and bench/editor.
const editorGC = 300

// rulePages is where the rules' pages are: in the repository that the module's path
// names, once it names one.
func rulePages() string {
	module := reflect.TypeFor[kustoconn.ConnectionString]().PkgPath()
	if host, _, found := strings.Cut(module, "/"); !found || !strings.Contains(host, ".") {
		return ""
	}
	return "https://" + module + "/blob/v" + kustoconn.Version + "/docs/rules"
}

// judgeFolder returns how lint judges in a directory, whose configuration is the one
// there or above, or else the settings of the editor; as without one, and the error, where
// that cannot be used.
func (a *app) judgeFolder(cmd *cobra.Command, from configFlags, dir string, settings []byte) (*lsp.Judging, error) {
	judging, err := a.judgeConfigured(cmd, from, dir, settings)
	if err == nil {
		return judging, nil
	}
	judging, other := a.judgeConfigured(cmd, configFlags{none: true}, dir, nil)
	return judging, errors.Join(err, other)
}

func (a *app) judgeConfigured(cmd *cobra.Command, from configFlags, dir string, settings []byte) (*lsp.Judging, error) {
	if from.path == "" && !from.none {
		found, err := config.Find(dir)
		if err != nil {
			return nil, err
		}
		from.path, from.none = found, found == "" && settings == nil
		if found == "" {
			from.text = settings
		}
	}
	silent := *a
	silent.out = io.Discard // the server writes, and may be at its end: nothing is asked of its output
	c := fileLinter{app: &silent, configFlags: from, format: "text", maxSize: "5MiB"}
	options, err := c.options(cmd, nil)
	if err != nil {
		return nil, err
	}
	known, err := c.openBaseline(false)
	if err != nil {
		return nil, err
	}
	general, err := c.judging(cmd, c.config.Settings)
	if err != nil {
		return nil, err
	}
	options.Baseline, options.BaselinePath = known.baseline, known.path
	options.Reads = c.config.Reads
	options.Unconfigured = nil // nothing counts what is switched off
	return &lsp.Judging{
		Options: options,
		Level:   func(path string) diag.Severity { return c.judgings.of(path).level },
		Explain: func(masked string, segment int) lsp.Explanation { return explainMasked(masked, segment, general) },
	}, nil
}

// explainMasked says of a masked string what explain does, the property of the segment of
// that number first.
func explainMasked(masked string, segment int, j judging) lsp.Explanation {
	tree, _ := grammar.Parse(masked)
	var text bytes.Buffer
	e := explanation{View: redact.Of(bind.Bind(tree)), out: &text}
	e.verdict = j.Policy.Judge(&e.Endpoint, j.Login)
	if segment >= 0 && segment < len(tree.Segments) {
		e.segment(segment)
	}
	e.write()
	return lsp.Explanation{Summary: e.sentence(), Authentication: string(e.AuthMode()), Details: text.String()}
}

// segment says what the segment of that number gives.
func (e *explanation) segment(number int) {
	p := schema.Get(e.ID(number))
	if p == nil {
		return
	}
	property := e.Property(p.ID)
	fmt.Fprintf(e.out, "%s (%s): %s\n", p.Name, p.Type, p.Doc)
	if property.Origin == bind.None {
		fmt.Fprint(e.out, "Not set.\n\n")
		return
	}
	fmt.Fprintf(e.out, "%s, from %s\n", report.Visible(e.displayed(p)), e.origin(&property))
	if keywords := p.Keywords(); len(keywords) > 1 {
		fmt.Fprintf(e.out, "Also written %s\n", strings.Join(keywords[1:], ", "))
	}
	fmt.Fprintln(e.out)
}
