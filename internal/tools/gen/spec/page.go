package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

//go:embed spec.md.tmpl
var source string

// page returns docs/spec.md: the template with its tables, and below each
// numbered clause the cases of the suite in the directory that hold it. A clause
// without a case is an error, and so is a case that names no clause or one that
// is not there.
func page(suite string) (string, error) {
	cases, version, err := readCases(suite)
	if err != nil {
		return "", err
	}
	t, err := template.New("spec").Funcs(tables).Funcs(template.FuncMap{"version": func() int { return version }}).Parse(source)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, nil); err != nil {
		return "", err
	}
	return link(b.String(), cases)
}

var (
	heading = regexp.MustCompile(`(?m)^##+ .*\n`)
	clause  = regexp.MustCompile(`^### ([0-9]+\.[0-9]+) `)
)

// link puts the cases of each clause at its end.
func link(text string, cases []suiteCase) (string, error) {
	var out strings.Builder
	var known []string
	starts := heading.FindAllStringIndex(text, -1)
	out.WriteString(text[:starts[0][0]])
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		section := text[start[0]:end]
		m := clause.FindStringSubmatch(section)
		if m == nil {
			out.WriteString(section)
			continue
		}
		known = append(known, m[1])
		held := heldBy(m[1], cases)
		if len(held) == 0 {
			return "", fmt.Errorf("no case of the suite holds clause %s", m[1])
		}
		fmt.Fprintf(&out, "%s\n\nCases: %s\n\n", strings.TrimRight(section, "\n"), links(held))
	}
	for _, c := range cases {
		if len(c.Clauses) == 0 {
			return "", fmt.Errorf("case %s names no clause", c.ID)
		}
		for _, name := range c.Clauses {
			if !slices.Contains(known, name) {
				return "", fmt.Errorf("case %s names clause %s, which is not there", c.ID, name)
			}
		}
	}
	return out.String(), nil
}

func heldBy(clause string, cases []suiteCase) (held []suiteCase) {
	for _, c := range cases {
		if slices.Contains(c.Clauses, clause) {
			held = append(held, c)
		}
	}
	return held
}

// links names cases, runs of neighbours by the first and the last.
func links(cases []suiteCase) string {
	var parts []string
	for i := 0; i < len(cases); {
		end := i + 1
		for end < len(cases) && cases[end].index == cases[end-1].index+1 && cases[end].series() == cases[i].series() {
			end++
		}
		part := cases[i].link()
		if end > i+1 {
			part += " to " + cases[end-1].link()
		}
		parts = append(parts, part)
		i = end
	}
	return strings.Join(parts, ", ")
}
