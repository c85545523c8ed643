package report

import (
	"fmt"
	"io"
)

// writeConcise writes "path:line:column: severity code rule: message", one line
// a finding.
func writeConcise(w io.Writer, findings []located, opts Options) error {
	c := painter(opts.Color)
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		severity := c.paint(severityStyle(d.Severity), d.Severity.String()+" "+d.Code.String())
		commit := ""
		if f.Commit != nil {
			commit = " (commit " + f.Commit.String() + ")"
		}
		fmt.Fprintf(w, "%s: %s %s: %s%s\n", c.paint(bold, f.position()), severity, d.Rule, Visible(d.Message), commit)
	}
	return nil
}
