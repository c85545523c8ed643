package rule

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/diag"
)

// Markdown returns the rule's page in docs/rules.
func (r *Rule) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n\n", r.Code, r.Name)
	fmt.Fprintf(&b, "Severity: %s · Fix: %s · Since: %s\n\n", r.Severities(), r.Fix, r.Since)
	fmt.Fprintf(&b, "%s\n", r.Doc)
	if r.Changes != "" {
		fmt.Fprintf(&b, "\nThe fix is unsafe: it %s.\n", r.Changes)
	}
	example(&b, "Reported", r.Bad)
	example(&b, "Not reported", r.Good)
	return b.String()
}

// Severities returns the severities that the rule reports at, in words.
func (r *Rule) Severities() string {
	for _, other := range []diag.Severity{r.Worse, r.Milder} {
		if other != 0 {
			return r.Severity.String() + " or " + other.String()
		}
	}
	return r.Severity.String()
}

// example writes a string as a code block; one that cannot be seen as it is
// stands there as a literal of Go. A rule may have none: no page holds a text
// of 4 GiB.
func example(b *strings.Builder, title, text string) {
	if text == "" {
		return
	}
	language := "text"
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if !utf8.ValidString(text) || strings.ContainsFunc(text, hidden) {
		language, text = "go", strconv.QuoteToASCII(text)
	}
	fmt.Fprintf(b, "\n%s:\n\n```%s\n%s\n```\n", title, language, text)
}
