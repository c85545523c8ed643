package cli

import (
	"fmt"
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/parts"
	"kustoconn/internal/webpage"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/source"
)

// page is all of it as a page to look at: the string with its parts coloured, the
// authentication as a flow, and the sections of the text.
func (e *explanation) page(found diag.List) string {
	p := webpage.New("What a connection string means", "")
	writeString(p, e.View)
	p.Element("p", e.sentence())
	writeFlow(p, e.View)
	e.section = func(title string, rows [][]string) {
		if len(rows) == 0 {
			return
		}
		p.Element("h2", title)
		if len(rows[0]) > 1 {
			p.Table(title, nil, rows)
			return
		}
		writeList(p, rows)
	}
	e.properties()
	e.others()
	e.endpoint()
	e.missingAndIgnored()
	if len(found) > 0 {
		p.Element("h2", "Findings")
		p.Open("ul")
	}
	shown, left := report.SelectOf(found, diag.Information)
	for i := range shown {
		p.Open("li")
		writeFinding(p, &shown[i])
		p.Close()
	}
	if text := left.String(); text != "" {
		p.Element("li", text)
	}
	if len(found) > 0 {
		p.Close()
	}
	writeGrammar(p)
	return p.String()
}

// writeList writes rows as a list, the cells of each that say anything in a line.
func writeList(p *webpage.Page, rows [][]string) {
	p.Open("ul")
	for _, row := range rows {
		cells := slices.DeleteFunc(slices.Clone(row), func(cell string) bool { return cell == "" })
		p.Element("li", strings.Join(cells, " "))
	}
	p.Close()
}

// maxColoured is how much of a string is shown on a page, masked, in bytes; what is left
// out of a longer one is counted in parts.
const maxColoured = 1500

// writeString shows a string, masked, each part in its colour and with a link to its
// production in what writeGrammar writes.
func writeString(p *webpage.Page, view redact.View) {
	classes := map[parts.Kind]string{parts.Keyword: "keyword", parts.Value: "value", parts.Host: "host", parts.Secret: "secret"}
	left := maxColoured
	show := func(from, to int) {
		text := report.Visible(view.Slice(source.Span{Start: from, End: to}))
		if len(text) > left {
			text, left = strings.ToValidUTF8(text[:left], "")+"…", 0
		} else {
			left -= len(text)
		}
		p.Text(text)
	}
	p.Open("pre", "class", "text")
	at, all := 0, parts.Of(view)
	for len(all) > 0 && left > 0 {
		part := all[0]
		show(at, part.Start)
		if left == 0 {
			break
		}
		if name := productionAt(view.Tree, part.Start); name != "" {
			p.Open("a", "class", "part "+classes[part.Kind], "href", "#"+name)
		} else {
			p.Open("span", "class", classes[part.Kind])
		}
		show(part.Start, part.End)
		p.Close()
		at, all = part.End, all[1:]
	}
	switch {
	case left > 0:
		show(at, len(view.Tree.Text()))
	case len(all) > 0:
		p.Text(fmt.Sprintf(" and %d more parts", len(all)))
	}
	p.Close()
}

// writeFlow shows how the authentication was decided, from above to below.
func writeFlow(p *webpage.Page, view redact.View) {
	decision := view.Authenticate()
	p.Element("h2", "Authentication: "+string(decision.Auth))
	p.Open("ol", "class", "flow")
	for _, step := range decision.Steps {
		class := "step"
		if step.Chosen {
			class = "chosen"
		}
		p.Open("li", "class", class)
		if step.Number != "" {
			p.Element("span", step.Number, "class", "number")
		}
		p.Text(step.Reason)
		p.Close()
	}
	p.Element("li", signIn[decision.Auth], "class", "outcome")
	p.Close()
}

func writeFinding(p *webpage.Page, d *diag.Diagnostic) {
	p.Element("span", d.Severity.String(), "class", "badge "+d.Severity.String())
	p.Text(" " + d.Code.String() + " " + report.Visible(d.Message))
	if d.Help != "" {
		p.Element("p", report.Visible(d.Help), "class", "soft")
	}
}

// page is the table as a page to look at, under the string with its parts coloured.
func (t clientTable) page() string {
	p := webpage.New("What each client makes of a connection string", "")
	writeString(p, t.view)
	columns := t.columns()
	header, rows := t.rows(columns)
	p.Element("h2", "Readings")
	p.Element("p", "≠ marks what a client reads otherwise than the documentation says.", "class", "soft")
	p.Table("What each client reads", header, rows)
	notes := t.notes()
	if len(notes) > 0 {
		p.Element("h2", "Differences")
		writeList(p, notes)
	}
	writeFlow(p, t.view)
	writeGrammar(p)
	return p.String()
}
