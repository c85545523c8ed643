// Package railroad draws the formal grammar of Kusto connection strings as
// railroad diagrams, from what package formal prints of it. Only the command
// that prints the grammar imports it.
package railroad

import (
	"fmt"
	"html"
	"strings"

	"kustoconn/grammar/formal"
)

const style = `body{font:14px sans-serif}h3{font-size:15px;margin:1.5em 0 0}
path{fill:none;stroke:#333;stroke-width:1.5}rect{stroke:#333;stroke-width:1.5}
text{font:13px monospace;text-anchor:middle}.production{fill:#ffd}.literal{fill:#dfd}.class{fill:#def}`

// HTML returns a self-contained page with one SVG diagram for each production
// of formal.EBNF, the tokens' included, and a list of the classes of
// characters.
func HTML() string {
	return fmt.Sprintf("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"+
		"<title>Kusto connection strings: grammar</title>\n<style>%s</style>\n%s</html>\n", style, Diagrams())
}

// Diagrams returns what HTML shows, to be put into another page: the name of a production
// or class is the id of its element.
func Diagrams() string {
	var b strings.Builder
	for _, p := range productions(formal.EBNF()) {
		name := html.EscapeString(p.name)
		fmt.Fprintf(&b, "<h3 id=\"%s\">%s</h3>\n<div class=\"railroad\">%s</div>\n", name, name, svg(p.shape))
	}
	b.WriteString("<h3>Characters</h3>\n<dl>\n")
	for _, c := range formal.Classes() {
		fmt.Fprintf(&b, "<dt id=\"%s\">%s</dt><dd>%s</dd>\n", c.Name, c.Name, html.EscapeString(c.Meaning))
	}
	b.WriteString("</dl>\n")
	return b.String()
}
