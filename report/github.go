package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"kustoconn/diag"
)

// writeGitHub writes one workflow command a finding. GitHub takes columns only
// within one line; a finding that is in no file of the repository has its
// position in the message.
//
// Source: "Workflow commands for GitHub Actions" and actions/toolkit,
// packages/core/src/command.ts, for the escapes.
func writeGitHub(w io.Writer, findings []located, _ Options) error {
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		message := Visible(d.Message)
		if d.Help != "" {
			message += "\nhelp: " + Visible(d.Help)
		}
		var properties []string
		add := func(name string, value any) {
			properties = append(properties, name+"="+escapeProperty(fmt.Sprint(value)))
		}
		if f.linkable() {
			add("file", filepath.ToSlash(f.File.Path))
			add("line", f.start.Line)
			add("endLine", f.end.Line)
			if f.start.Line == f.end.Line {
				add("col", f.start.UTF16)
				add("endColumn", f.end.UTF16)
			}
		} else {
			message = f.position() + ": " + message
			if f.Commit != nil {
				message = "commit " + f.Commit.String() + ": " + message
			}
		}
		add("title", d.Code.String()+" "+d.Rule)
		fmt.Fprintf(w, "::%s %s::%s\n", gitHubCommand(d.Severity), strings.Join(properties, ","), escapeData(message))
	}
	return nil
}

// linkable reports whether a workflow command can name the file: a path that
// has to be spelled out for a terminal would name another, and in a history the file
// was another one.
func (f *located) linkable() bool {
	return f.Commit == nil && f.File.IsFile && Visible(f.File.Path) == f.File.Path
}

func gitHubCommand(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "notice"
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(text string) string { return dataEscapes.Replace(text) }

func escapeProperty(text string) string { return propertyEscapes.Replace(text) }
