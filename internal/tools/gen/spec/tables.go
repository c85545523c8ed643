package main

import (
	"fmt"
	"strings"
	"text/template"

	"kustoconn/grammar/formal"
	"kustoconn/internal/fold"
	"kustoconn/internal/region"
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
)

var tables = template.FuncMap{
	"ebnf": formal.EBNF, "properties": properties, "modes": modes, "errors": errors,
	"regions": func() string { return strings.Join(region.Names(), ", ") },
}

// properties prints the table of keywords. Spellings that compare equal to one
// that is listed are left out.
func properties() string {
	var b strings.Builder
	b.WriteString("| property | further keywords | type | secret |\n|--|--|--|--|\n")
	for _, p := range schema.Properties() {
		name := p.Name
		if p.Status != schema.Documented && p.Settable() {
			name += " \\*"
		}
		if !p.Settable() {
			name += " (the documentation: not to be set in a string; it is kept all the same)"
		}
		seen := map[string]bool{fold.Keyword(p.Name): true}
		var keywords []string
		for _, a := range p.Aliases {
			if seen[fold.Keyword(a.Name)] {
				continue
			}
			seen[fold.Keyword(a.Name)] = true
			if a.Documented() {
				keywords = append(keywords, "`"+a.Name+"`")
			} else {
				keywords = append(keywords, "`"+a.Name+"` \\*")
			}
		}
		kind, secret := "string", ""
		if p.Type == schema.TypeBool {
			kind = "boolean"
		}
		if schema.Secrets().Has(p.ID) {
			secret = "secret"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, strings.Join(keywords, ", "), kind, secret)
	}
	return b.String()
}

// modes prints the modes in the order of selection.
func modes() string {
	var b strings.Builder
	b.WriteString("| | mode | specified |\n|--|--|--|\n")
	for i, m := range signin.Candidates {
		var names []string
		for id := range m.SelectedBy.All() {
			names = append(names, schema.Get(id).Name)
		}
		if names == nil {
			names = []string{"nothing: the user is asked"}
		}
		fmt.Fprintf(&b, "| %d | `%s` | %s |\n", i+1, m.ID, strings.Join(names, ", "))
	}
	return b.String()
}

// errors prints the rules of syntax.
func errors() string {
	var b strings.Builder
	b.WriteString("| code | name | such as |\n|--|--|--|\n")
	for _, r := range rule.All() {
		if r.Area() == "syntax" && r.Code != rule.TextTooLong {
			fmt.Fprintf(&b, "| [%s](rules/%s.md) | %s | `%s` |\n", r.Code, r.Code, r.Name, strings.Trim(fmt.Sprintf("%q", r.Bad), `"`))
		}
	}
	return b.String()
}
