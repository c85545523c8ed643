package report

import (
	"fmt"
	"io"
)

// writeConcise writes "path:line:column: code message", one line a finding.
func writeConcise(w io.Writer, findings []located, opts Options) error {
	c := painter(opts.Color)
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		code := c.paint(severityStyle(d.Severity), d.Code.String())
		fmt.Fprintf(w, "%s: %s %s\n", c.paint(bold, f.position()), code, Visible(d.Message))
	}
	return nil
}
