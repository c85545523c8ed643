// Package webpage writes pages of HTML that need no other file: reports to look at.
//
// It stands before the packages that report. A page runs no script, asks for nothing, and
// says so in a Content-Security-Policy. It is well-formed XML too, so that a test can read
// it. What is written as text is escaped; that nothing in it steers or deceives is up to
// who makes it visible (report.Visible).
package webpage

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html"
	"strings"
)

//go:embed style.css
var style string

// Page is a page while it is written. Elements that are open are closed in their order.
type Page struct {
	b    strings.Builder
	open []string
}

// New starts a page: its title is that of the window and its first heading. more is CSS
// behind the style that all pages share; neither may hold "<" or "&".
func New(title, more string) *Page {
	p := &Page{}
	css := "\n" + style + more
	sum := sha256.Sum256([]byte(css))
	p.b.WriteString("<!DOCTYPE html>\n")
	p.Open("html", "lang", "en")
	p.Open("head")
	p.void("meta", "charset", "utf-8")
	p.void("meta", "http-equiv", "Content-Security-Policy", "content",
		"default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'")
	p.void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	p.void("meta", "name", "color-scheme", "content", "light dark")
	p.Element("title", title)
	p.b.WriteString("<style>" + css + "</style>\n")
	p.Close()
	p.Open("body")
	p.Open("main")
	p.Element("h1", title)
	return p
}

// Open starts an element with attributes: names and values in turn.
func (p *Page) Open(name string, attributes ...string) {
	p.start(name, attributes)
	p.b.WriteString(">")
	if isBlock(name) {
		p.b.WriteString("\n")
	}
	p.open = append(p.open, name)
}

// Close ends the element that was opened last.
func (p *Page) Close() {
	last := len(p.open) - 1
	p.b.WriteString("</" + p.open[last] + ">")
	if !isInline(p.open[last]) {
		p.b.WriteString("\n")
	}
	p.open = p.open[:last]
}

// Text writes text.
func (p *Page) Text(text string) { p.b.WriteString(html.EscapeString(text)) }

// HTML writes what is HTML already, and well-formed.
func (p *Page) HTML(text string) { p.b.WriteString(text) }

// Element writes an element that holds text alone.
func (p *Page) Element(name, text string, attributes ...string) {
	p.Open(name, attributes...)
	p.Text(text)
	p.Close()
}

// Prose writes an element of text in which backticks stand around code.
func (p *Page) Prose(name, text string) {
	p.Open(name)
	for i, part := range strings.Split(text, "`") {
		if i%2 == 0 {
			p.Text(part)
		} else {
			p.Element("code", part)
		}
	}
	p.Close()
}

// Checkbox writes a box that is ticked, with what it is for.
func (p *Page) Checkbox(id, label string) {
	p.Open("label")
	p.void("input", "type", "checkbox", "id", id, "checked", "checked")
	p.Text(" " + label)
	p.Close()
}

// Table writes a table that scrolls by itself where the page is too narrow. The first cell
// of a row heads it. header may be nil.
func (p *Page) Table(caption string, header []string, rows [][]string) {
	p.Open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption)
	p.Open("table")
	if header != nil {
		p.Open("thead")
		p.Open("tr")
		for _, cell := range header {
			p.Element("th", cell, "scope", "col")
		}
		p.Close()
		p.Close()
	}
	p.Open("tbody")
	for _, row := range rows {
		p.Open("tr")
		for i, cell := range row {
			switch {
			case i == 0:
				p.Element("th", cell, "scope", "row")
			case strings.HasPrefix(cell, "≠ "):
				p.Element("td", cell, "class", "differs")
			default:
				p.Element("td", cell)
			}
		}
		p.Close()
	}
	p.Close()
	p.Close()
	p.Close()
}

// String closes all that is open and returns the page.
func (p *Page) String() string {
	for len(p.open) > 0 {
		p.Close()
	}
	return p.b.String()
}

func (p *Page) start(name string, attributes []string) {
	p.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.b.WriteString(" " + attributes[i] + `="` + html.EscapeString(attributes[i+1]) + `"`)
	}
}

func (p *Page) void(name string, attributes ...string) {
	p.start(name, attributes)
	p.b.WriteString("/>")
	if name != "input" {
		p.b.WriteString("\n")
	}
}

// isBlock reports whether a line may begin behind the start of an element: there, white
// space means nothing.
func isInline(name string) bool {
	switch name {
	case "a", "code", "label", "mark", "span":
		return true
	}
	return false
}

func isBlock(name string) bool {
	switch name {
	case "html", "head", "body", "main", "section", "article", "div", "table", "thead", "tbody", "tr", "ol", "ul", "dl", "fieldset", "details", "header":
		return true
	}
	return false
}
