package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// writeRows prints rows of cells in aligned, indented columns. An error of the
// output shows when that is flushed.
func writeRows(out io.Writer, rows [][]string) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.TrimRight("  "+strings.Join(row, "\t"), "\t "))
	}
	_ = w.Flush()
}

// writeMarkdown prints rows as a Markdown table.
func writeMarkdown(out io.Writer, header []string, rows [][]string) {
	line := func(cells []string) {
		escaped := make([]string, len(cells))
		for i, cell := range cells {
			escaped[i] = strings.ReplaceAll(cell, "|", `\|`)
		}
		fmt.Fprintf(out, "| %s |\n", strings.Join(escaped, " | "))
	}
	line(header)
	fmt.Fprintf(out, "|%s\n", strings.Repeat("---|", len(header)))
	for _, row := range rows {
		line(row)
	}
}
