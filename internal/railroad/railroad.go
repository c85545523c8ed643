// Package railroad draws the formal grammar of Kusto connection strings as
// railroad diagrams, from what package formal prints of it. Only the command
// that prints the grammar imports it.
package railroad

import (
	"fmt"
	"html"
	"strings"

	"github.com/alecthomas/participle/v2/ebnf"

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
	grammar, err := ebnf.ParseString(formal.EBNF())
	if err != nil {
		panic(err) // participle reads what it prints
	}
	d := diagrams{productions: map[string]bool{}}
	for _, p := range grammar.Productions {
		d.productions[p.Production] = true
	}
	var b strings.Builder
	for _, p := range grammar.Productions {
		name := html.EscapeString(p.Production)
		fmt.Fprintf(&b, "<h3 id=\"%s\">%s</h3>\n<div class=\"railroad\">%s</div>\n", name, name, svg(d.expression(p.Expression)))
	}
	b.WriteString("<h3>Characters</h3>\n<dl>\n")
	for _, c := range formal.Classes() {
		fmt.Fprintf(&b, "<dt id=\"%s\">%s</dt><dd>%s</dd>\n", c.Name, c.Name, html.EscapeString(c.Meaning))
	}
	b.WriteString("</dl>\n")
	return b.String()
}

// diagrams turns productions into shapes.
type diagrams struct {
	productions map[string]bool // the others are classes of characters
}

func (d diagrams) expression(e *ebnf.Expression) shape {
	var all choice
	for _, s := range e.Alternatives {
		var terms sequence
		for _, t := range s.Terms {
			terms = append(terms, d.term(t))
		}
		all = append(all, terms)
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

// term leaves out negation and look-ahead, which the grammar has no need of.
func (d diagrams) term(t *ebnf.Term) shape {
	var s shape
	switch {
	case t.Group != nil:
		s = d.expression(t.Group.Expr)
	case t.Literal != "":
		s = box{label: t.Literal, class: "literal"}
	default:
		name := t.Name + t.Token
		s = box{label: name, class: "class", link: name}
		if d.productions[name] {
			s = box{label: name, class: "production", link: name}
		}
	}
	switch t.Repetition {
	case "?":
		return choice{skip{}, s}
	case "*":
		return choice{skip{}, loop{s}}
	case "+":
		return loop{s}
	}
	return s
}
