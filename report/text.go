package report

import (
	"fmt"
	"io"
	"strings"

	"kustoconn/rule"
)

// writeText writes each finding with its excerpt, help and fix, and at the end
// the summary. No findings give no text.
func writeText(w io.Writer, findings []located, opts Options) error {
	c := painter(opts.Color)
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		severity := c.paint(severityStyle(d.Severity), d.Severity.String()+" "+d.Code.String())
		fmt.Fprintf(w, "%s: %s %s: %s\n", c.paint(bold, f.position()), severity, d.Rule, Visible(d.Message))
		indent := writeSnippet(w, f, c)
		if d.Help != "" {
			writeNote(w, indent, "help", Visible(d.Help), c)
		}
		if f.Commit != nil {
			writeNote(w, indent, "commit", f.Commit.String(), c)
		}
		if fixable, safe := d.Fixable(); fixable {
			name := "fix"
			if !safe {
				name = "unsafe fix"
			}
			writeNote(w, indent, name, f.fix(), c)
			if r := rule.Get(d.Code); !safe && r != nil && r.Changes != "" {
				writeNote(w, indent, "unsafe", "it "+r.Changes, c)
			}
		}
		fmt.Fprintln(w)
	}
	if len(findings) > 0 {
		fmt.Fprintln(w, count(findings))
	}
	return nil
}

func writeNote(w io.Writer, indent, name, text string, c painter) {
	fmt.Fprintf(w, "%s %s %s %s\n", indent, c.paint(gutter, "="), c.paint(bold, name+":"), text)
}

// position returns "path:line:column" of the finding's first character.
func (f *located) position() string {
	return fmt.Sprintf("%s:%d:%d", Visible(f.File.Path), f.start.Line, f.start.UTF16)
}

// fix tells what the edits do.
func (f *located) fix() string {
	if f.Fixed != "" {
		return cut(Visible(f.Fixed), maxCells)
	}
	const most = 3
	var list []string
	for i := range f.Diagnostic.Edits {
		if i == most {
			list = append(list, fmt.Sprintf("and %d more", len(f.Diagnostic.Edits)-most))
			break
		}
		list = append(list, f.describe(i))
	}
	return strings.Join(list, ", ")
}

// describe tells what edit i does. What it removes is shown as in the excerpt, and
// not at all where there is none.
func (f *located) describe(i int) string {
	e := f.Diagnostic.Edits[i]
	old := ""
	if d := f.local(); f.Excerpt != nil && len(d.Edits) == len(f.Diagnostic.Edits) {
		old = f.excerpt.fill(f.excerpt.clip(f.Excerpt.Span(d.Edits[i].Span)), lead).String()
	}
	text := cut(Visible(e.NewText), lead)
	var what string
	switch {
	case e.Span.Empty():
		what = fmt.Sprintf("insert `%s`", text)
	case old == "" && e.NewText == "":
		what = "remove this"
	case old == "":
		what = fmt.Sprintf("write `%s`", text)
	case e.NewText == "":
		what = fmt.Sprintf("remove `%s`", old)
	default:
		what = fmt.Sprintf("replace `%s` with `%s`", old, text)
	}
	if e.Span == f.Diagnostic.Span && old != "" {
		return what
	}
	at := f.page.region(e.Span).start
	return fmt.Sprintf("%s at %d:%d", what, at.Line, at.UTF16)
}
