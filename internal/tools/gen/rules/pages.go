package main

import (
	"fmt"
	"strings"

	"kustoconn/rule"
)

// pages returns all of docs/rules by file name: a page for each rule, and the
// list of them in README.md.
func pages() map[string]string {
	pages := map[string]string{"README.md": index()}
	for _, r := range rule.All() {
		pages[pageName(r)] = r.Markdown()
	}
	return pages
}

func index() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nThese pages are made from the catalogue in package rule: `go generate ./rule`.\n\n")
	b.WriteString("| code | name | severity | fix |\n|--|--|--|--|\n")
	for _, r := range rule.All() {
		fmt.Fprintf(&b, "| [%s](%s) | %s | %s | %s |\n", r.Code, pageName(r), r.Name, r.Severities(), r.Fix)
	}
	return b.String()
}

func pageName(r *rule.Rule) string { return r.Code.String() + ".md" }
