package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/ioerror"
	"kustoconn/lint"
	"kustoconn/report"
)

// listed is one string as --list prints it.
type listed struct {
	Path string `json:"path"`
	lint.Region
	Kind string `json:"kind"`
	Text string `json:"text"` // masked
}

// writeList prints the strings found.
func (c *fileLinter) writeList(result *lint.Result) error {
	all := []listed{}
	for _, f := range result.Files {
		regions := f.Regions()
		start := len(all)
		for i, s := range f.Strings {
			all = append(all, listed{f.Path, regions[i], s.Kind.String(), s.Masked})
		}
		slices.SortStableFunc(all[start:], func(a, b listed) int {
			if a.StartLine != b.StartLine {
				return a.StartLine - b.StartLine
			}
			return a.StartColumn - b.StartColumn
		})
	}
	switch c.reporter {
	case report.JSONL:
		for _, s := range all {
			if err := c.writeLine(s); err != nil {
				return err
			}
		}
	case report.JSON:
		return c.writeJSON(all, "  ")
	case report.Text, report.Concise:
		for _, s := range all {
			fmt.Fprintf(c.stdout, "%s:%d:%d: %s: %s\n", report.Visible(s.Path), s.StartLine, s.StartColumn, s.Kind, report.Visible(s.Text))
		}
	default:
		return errors.New("--list takes the formats text, concise, json and jsonl")
	}
	return nil
}

// writeDiffs prints what fixing would change, string by string, and reports whether
// anything would.
func (c *fileLinter) writeDiffs(result *lint.Result) (changes bool) {
	for _, f := range result.Files {
		all := f.Diff()
		if len(all) == 0 {
			continue
		}
		changes = true
		path := report.Visible(f.Path)
		fmt.Fprintf(c.stdout, "--- a/%s\n+++ b/%s\n", path, path)
		for _, d := range all {
			fmt.Fprintf(c.stdout, "@@ -%d:%d +%d:%d @@\n", d.BeforeAt.StartLine, d.BeforeAt.StartColumn, d.AfterAt.StartLine, d.AfterAt.StartColumn)
			fmt.Fprintf(c.stdout, "-%s\n+%s\n", report.Visible(d.Before), report.Visible(d.After))
		}
	}
	return changes
}

// writeStatistics prints how often each rule finds something, the most often
// first.
func (c *fileLinter) writeStatistics(findings []report.Finding) {
	counts := map[diag.Code]int{}
	names := map[diag.Code]string{}
	for i := range findings {
		d := &findings[i].Diagnostic
		counts[d.Code]++
		names[d.Code] = d.Rule
	}
	var codes []diag.Code
	for code := range counts {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b diag.Code) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(a - b)
	})
	var rows [][]string
	for _, code := range codes {
		rows = append(rows, []string{fmt.Sprint(counts[code]), code.String(), names[code]})
	}
	writeRows(c.stdout, rows)
}

// reason says why a file could not be read or written: a word of ours where the
// system said it, which would repeat the path, else what package lint says.
func reason(err error) string {
	var (
		path *os.PathError
		link *os.LinkError // of a rename
	)
	if r := ioerror.ReasonOf(err); r != ioerror.Other || errors.As(err, &path) || errors.As(err, &link) {
		return r.String()
	}
	return err.Error()
}

// summarize says on standard error what was done, and reports whether a file
// that was named could not be read, or one that was to be fixed not written.
func (c *fileLinter) summarize(result *lint.Result, left report.Left) (trouble bool) {
	fixes, fixed := 0, 0
	for _, f := range result.Files {
		if f.WriteError != nil {
			trouble = true
			fmt.Fprintf(c.stderr, "kustoconn: fixing %s: %v\n", report.Visible(f.Path), reason(f.WriteError))
		}
		if f.Fixes > 0 {
			fixes, fixed = fixes+f.Fixes, fixed+1
		}
	}
	for _, u := range result.Unread {
		trouble = true
		fmt.Fprintf(c.stderr, "kustoconn: reading %s: %v\n", report.Visible(u.Path), reason(u.Err))
	}
	for _, note := range result.Notes {
		fmt.Fprintf(c.stderr, "kustoconn: note: %s\n", report.Visible(note))
	}
	if c.quiet {
		return trouble
	}
	switch {
	case fixes > 0 && c.diff:
		fmt.Fprintf(c.stderr, "kustoconn: %s in %s would be made\n", counted(fixes, "fix", "fixes"), counted(fixed, "file", "files"))
	case fixes > 0:
		fmt.Fprintf(c.stderr, "kustoconn: %s in %s made\n", counted(fixes, "fix", "fixes"), counted(fixed, "file", "files"))
	}
	read := counted(result.Read, "file", "files")
	if c.inHistory {
		read = counted(result.Read, "version of a file", "versions of files")
	}
	summary := fmt.Sprintf("%s read, %d passed over, %s checked",
		read, result.PassedOver, counted(result.Checked, "string", "strings"))
	if hidden := left.String(); hidden != "" {
		summary += "; " + hidden
	}
	fmt.Fprintf(c.stderr, "kustoconn: %s%s\n", summary, c.leavesOut(result))
	return trouble
}

// leavesOut says how much the configuration and the baseline keep from the
// report: who reads another's tree should not take its word for it that there is
// nothing.
func (c *fileLinter) leavesOut(result *lint.Result) string {
	var parts []string
	if c.leftOut > 0 {
		parts = append(parts, counted(c.leftOut, "file", "files"))
	}
	if result.LeftOut > 0 {
		parts = append(parts, counted(result.LeftOut, "finding", "findings"))
	}
	text := ""
	if len(parts) > 0 {
		text = "; the configuration leaves out " + strings.Join(parts, " and ")
	}
	if result.Known > 0 {
		text += "; the baseline leaves out " + counted(result.Known, "finding", "findings")
	}
	return text
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
