// Package clientpage lays out what package sdk knows of the clients as tables,
// for the command line and for docs/clients.md.
package clientpage

import (
	"fmt"
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/schema"
	"kustoconn/sdk"
)

// dash stands in tables for what there is not.
const dash = "–"

// Keywords returns sdk.Keywords as the header and rows of a table.
func Keywords() (header []string, rows [][]string) {
	header = append([]string{"Property", "Keyword"}, sdk.Names()...)
	last := schema.None
	for _, row := range sdk.Keywords() {
		name := ""
		if row.Property.ID != last {
			name = row.Property.Name
		}
		last = row.Property.ID
		cells := []string{name, row.Keyword}
		for _, s := range row.Support {
			cell := s.String()
			if cell == "unknown" {
				cell = dash
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	return header, rows
}

// Methods returns methods.All as the header and rows of a table. A name
// that the documentation does not give for the method has an asterisk.
func Methods() (header []string, rows [][]string) {
	header = append([]string{"Method"}, sdk.Names()...)
	for _, m := range methods.All() {
		cells := []string{m.Name}
		for _, c := range sdk.Clients() {
			cells = append(cells, methodCell(m, c))
		}
		rows = append(rows, cells)
	}
	return header, rows
}

func methodCell(m *methods.Method, client sdk.Client) string {
	var calls []string
	for _, call := range m.Calls {
		if call.Client != client.ID {
			continue
		}
		name := call.Name
		if m.InString {
			name = "yes"
		}
		if !call.Documented {
			name += "*"
		}
		if call.Note != "" {
			name += " (" + call.Note + ")"
		}
		calls = append(calls, name)
	}
	if calls == nil {
		return dash
	}
	return strings.Join(calls, ", ")
}

// Trust returns whom the clients trust as the header and rows of a table.
func Trust() (header []string, rows [][]string) {
	for _, c := range sdk.Clients() {
		notes, add := strings.Join(c.Trust.Notes, "; "), c.Trust.Add
		if add == "" {
			notes, add = "it sends its token to any host", dash
		}
		rows = append(rows, []string{c.Name, sdk.TrustChecked(c), add, notes})
	}
	return []string{"Client", "Checks the host", "Code adds a host by", "Notes"}, rows
}

// Legend explains the cells of both tables, a line each.
func Legend() []string {
	return []string{
		"yes: the client takes the keyword",
		"ignored: it takes the keyword and has no use for the value",
		"guarded: it refuses the keyword unless the program allows local secrets",
		"refused: it knows the keyword and refuses it",
		dash + ": it does not know the keyword, or has no such method",
		"not verified: no documentation, test or recording tells",
		"documented, not verified: the documentation lists the keyword, and nothing tells whether the client takes it for a local secret and refuses it",
		"code only: the documentation says that code sets it and no string does",
		"of dotnet a cell is from the documentation, of the others from recordings; a method without * is from both",
		"*: the documentation does not give this name for the method, or says that there is none",
	}
}

// Markdown returns docs/clients.md: the clients with their versions and
// sources, and both tables.
func Markdown() string {
	var b strings.Builder
	b.WriteString("# Clients\n\nWhat the clients make of connection strings. " +
		"This page is made from package sdk: `go generate ./sdk`.\n\n")
	rows := [][]string{}
	for _, c := range sdk.Clients() {
		rows = append(rows, []string{c.Name, c.Title, c.Version, strings.Join(c.Releases, ", "), c.Source})
	}
	writeTable(&b, []string{"Name", "Client", "Version", "Releases", "Source"}, rows)
	b.WriteString("\n`NAME@RELEASE` names a client at a release. What it reads is the same at all of those listed; " +
		"what else was otherwise:\n\n")
	for _, c := range sdk.Clients() {
		for _, release := range c.Releases {
			if check, other := c.Older[release]; other {
				fmt.Fprintf(&b, "- %s %s: %s\n", c.Title, release, strings.Join(check.Notes, "; "))
			}
		}
	}
	b.WriteString("\n## Keywords\n\nThe dialects are asked for each keyword. Case makes no difference.\n\n")
	header, rows := Keywords()
	writeTable(&b, header, rows)
	b.WriteString("\n## Authentication methods\n\n" +
		"The names are from the clients' public interfaces and the documentation.\n\n")
	header, rows = Methods()
	writeTable(&b, header, rows)
	b.WriteByte('\n')
	for _, line := range Legend() {
		fmt.Fprintf(&b, "- %s\n", escape.Replace(line))
	}
	b.WriteString("\n## Trusted endpoints\n\n" +
		"The clients ship one list of hosts for each login endpoint (`kustoconn endpoint --client all URI` asks them), " +
		"which has to be spelt as the list has it. Loopback is trusted at any.\n\n")
	header, rows = Trust()
	writeTable(&b, header, rows)
	b.WriteString("\n## Not modelled\n")
	for _, c := range sdk.Clients() {
		fmt.Fprintf(&b, "\n%s:\n\n", c.Title)
		for _, gap := range c.Gaps {
			fmt.Fprintf(&b, "- %s\n", gap)
		}
	}
	return b.String()
}

// escape makes asterisks and bars stand for themselves.
var escape = strings.NewReplacer("|", `\|`, "*", `\*`)

// writeTable writes a Markdown table.
func writeTable(b *strings.Builder, header []string, rows [][]string) {
	line := func(cells []string) {
		for _, cell := range cells {
			fmt.Fprintf(b, "| %s ", escape.Replace(cell))
		}
		b.WriteString("|\n")
	}
	line(header)
	fmt.Fprintf(b, "|%s\n", strings.Repeat("--|", len(header)))
	for _, row := range rows {
		line(row)
	}
}
