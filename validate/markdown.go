package validate

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:generate go run -C ../internal/tools ./gen/rules ../../docs/rules

// Markdown returns the rule's page in docs/rules.
func Markdown(r *Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n\n", r.Code, r.Name)
	fmt.Fprintf(&b, "Severity: %s · Fix: %s · Since: %s\n\n", severities(r), r.Fix, r.Since)
	fmt.Fprintf(&b, "%s\n\n", r.Doc)
	example(&b, "Reported", r.Bad)
	b.WriteByte('\n')
	example(&b, "Not reported", r.Good)
	return b.String()
}

// MarkdownPages returns all of docs/rules by file name: a page for each rule,
// and the list of them in README.md.
func MarkdownPages() map[string]string {
	pages := map[string]string{"README.md": index()}
	for _, r := range rules {
		pages[pageName(r)] = Markdown(r)
	}
	return pages
}

func index() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nThese pages are made from the rules in package validate: `go generate ./validate`.\n\n")
	b.WriteString("| code | name | severity | fix |\n|--|--|--|--|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%s](%s) | %s | %s | %s |\n", r.Code, pageName(r), r.Name, severities(r), r.Fix)
	}
	return b.String()
}

func pageName(r *Rule) string { return r.Code.String() + ".md" }

func severities(r *Rule) string {
	if r.Worse != 0 {
		return r.Severity.String() + " or " + r.Worse.String()
	}
	return r.Severity.String()
}

// example writes a string as a code block; one that cannot be seen as it is
// stands there as a literal of Go.
func example(b *strings.Builder, title, text string) {
	language := "text"
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if !utf8.ValidString(text) || strings.ContainsFunc(text, hidden) {
		language, text = "go", strconv.QuoteToASCII(text)
	}
	fmt.Fprintf(b, "%s:\n\n```%s\n%s\n```\n", title, language, text)
}
