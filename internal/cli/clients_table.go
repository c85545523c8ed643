package cli

import (
	"fmt"
	"io"
	"slices"

	"kustoconn/bind"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk"
)

// clientTable is a string as each client reads it, masked.
type clientTable struct {
	view     redact.View
	clients  []sdk.Client
	readings []sdk.Reading
}

func newClientTable(b *bind.Bound, clients []sdk.Client) clientTable {
	return clientTable{redact.Of(b), clients, sdk.ReadAll(b, clients)}
}

// write prints the table, and under it what differs and what is not verified.
func (t clientTable) write(out io.Writer) {
	header, rows := t.rows(t.columns())
	writeRows(out, append([][]string{header}, rows...))
	if notes := t.notes(); len(notes) > 0 {
		fmt.Fprintln(out)
		writeRows(out, notes)
	}
}

// rows are the cells of the table.
func (t clientTable) rows(columns []column) (header []string, rows [][]string) {
	header = []string{"Client", "Verdict", "Authentication"}
	for _, c := range columns {
		header = append(header, c.name)
	}
	rows = append(rows, t.documentation(columns))
	for i := range t.readings {
		rows = append(rows, t.row(&t.readings[i], columns))
	}
	return header, rows
}

// notes are what differs and what is not verified.
func (t clientTable) notes() (notes [][]string) {
	for _, d := range sdk.Portability(t.view.Bound, t.clients) {
		notes = append(notes, []string{d.Code.String(), d.Span.String(), d.Message})
	}
	for _, r := range t.readings {
		for _, question := range r.Answer.Unverified {
			notes = append(notes, []string{"", "", r.Client.Name + ", not verified: " + question})
		}
	}
	return notes
}

// column is a property of the table: one of ours or, where id is None, what a
// client alone has.
type column struct {
	id   schema.ID
	name string
}

func (t clientTable) columnOf(r *sdk.Reading, p sdk.Property) column {
	if id := sdk.PropertyNamed(t.view.Bound, r.Client, p.Name); id != schema.None {
		return column{id, id.String()}
	}
	return column{name: p.Name}
}

// columns are the properties that the string has to us or to a client, in
// canonical order; then what a client alone has.
func (t clientTable) columns() (columns []column) {
	have := t.view.Present
	var others []column
	for i := range t.readings {
		for _, p := range t.readings[i].Answer.Seen {
			c := t.columnOf(&t.readings[i], p)
			have = have.With(c.id)
			if c.id == schema.None && !slices.Contains(others, c) {
				others = append(others, c)
			}
		}
	}
	for id := range have.All() {
		columns = append(columns, column{id, id.String()})
	}
	return append(columns, others...)
}

// documentation is the row of what the documentation means.
func (t clientTable) documentation(columns []column) []string {
	row := []string{"(documented)", "", string(t.view.AuthMode())}
	for _, c := range columns {
		row = append(row, dash(report.Visible(t.view.PropertyValue(c.id))))
	}
	return row
}

func (t clientTable) row(r *sdk.Reading, columns []column) []string {
	row := []string{r.Client.Name, clientVerdict(&r.Answer)}
	if !r.Answer.OK {
		return append(row, slices.Repeat([]string{dash("")}, 1+len(columns))...)
	}
	row = append(row, marked(r, schema.None, dash(r.Answer.Auth)))
	cells := map[column]string{}
	for _, p := range r.Answer.Seen {
		cell := report.Visible(fmt.Sprint(heldValue(t.view, p)))
		if !p.IsBool && p.Source.Empty() {
			cell += " (default)"
		}
		cells[t.columnOf(r, p)] = cell
	}
	for _, c := range columns {
		if c.id == schema.None {
			row = append(row, dash(cells[c]))
			continue
		}
		cell, held := cells[c]
		if !held && !r.Tells(c.id) {
			cell = "?"
		}
		row = append(row, marked(r, t.decisive(c.id), dash(cell)))
	}
	return row
}

// decisive returns the property whose finding speaks for id: the Data Source,
// where that implies it.
func (t clientTable) decisive(id schema.ID) schema.ID {
	if o := t.view.Origin(id); o == bind.Path || o == bind.Shorthand {
		return schema.DataSource
	}
	return id
}

// marked marks the cell of a property that the client reads differently, or,
// for None, that of an authentication that differs.
func marked(r *sdk.Reading, id schema.ID, cell string) string {
	if slices.ContainsFunc(r.Findings, func(f sdk.Finding) bool {
		return f.Property == id && f.Rule == rule.ReadDifferentlyByClient
	}) {
		return "≠ " + cell
	}
	return cell
}

// heldValue is what a client holds, masked where the view hides any of what it
// came from.
func heldValue(v redact.View, p sdk.Property) any {
	switch {
	case p.IsBool:
		return p.Bool
	case v.Hides(p.Source):
		return redact.Mask
	}
	return p.Value.Open()
}

// clientVerdict says in a word what becomes of the string.
func clientVerdict(a *sdk.Answer) string {
	switch {
	case a.Unknown:
		return "not verified"
	case a.OK:
		return "accepted"
	case a.Crash:
		return "crashes"
	}
	return "rejected"
}
