package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"kustoconn"
	"kustoconn/internal/fold"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// scannerRule is a rule for a scanner of secrets: a regular expression, as RE2 reads it,
// whose group is the secret, and words of which a text that it fits has one.
type scannerRule struct {
	id, description, regex string
	keywords               []string
}

// scannerValue is a value: quoted, or up to what ends it. One that starts as placeholders
// and masks do is left out, and so is a call.
const scannerValue = `("[^"\r\n]{4,}"|'[^'\r\n]{4,}'|[^\s;"'<>{}$%*\[()][^\s;"'<>()]{3,})`

// scannerEnd is what stands behind a value.
const scannerEnd = `(?:[\s;"'<]|$)`

// scannerRules returns the rules that the schema gives: they see a secret keyword
// between two semicolons, or before another keyword that is Kusto's alone, and one that
// other products have, too, behind a host of Kusto's. Nothing else that lint reads
// (escapes, concatenations, calls of builders) is seen by a regular expression.
func scannerRules() []scannerRule {
	var own, shared []string
	for _, p := range schema.Properties() {
		if !schema.Secrets().Has(p.ID) {
			continue
		}
		for _, k := range p.Keywords() {
			if vocabulary.IsKustoOnly(k) {
				own = append(own, k)
			} else {
				shared = append(shared, k)
			}
		}
	}
	others := keywordPattern(vocabulary.KustoOnlyKeywords())
	const equals = `\s*=\s*`
	return []scannerRule{
		{
			"kusto-secret", "A secret in a connection string of Kusto (Azure Data Explorer), behind a semicolon",
			`(?i);\s*` + keywordPattern(own) + equals + scannerValue + scannerEnd, folded(own),
		},
		{
			"kusto-secret-first", "A secret in a connection string of Kusto (Azure Data Explorer), before other keywords",
			`(?i)(?:^|[^;\s])\s*\b` + keywordPattern(own) + equals + scannerValue + `\s*;\s*` + others + equals, folded(own),
		},
		{
			"kusto-password", "A password in a connection string of Kusto (Azure Data Explorer)",
			`(?i)\.kusto[a-z]*\.[a-z.]+[^"'\r\n]{0,1000};\s*` + keywordPattern(shared) + equals + scannerValue + scannerEnd, []string{".kusto"},
		},
	}
}

// folded returns the last word of each keyword in lower case: what stands in any spelling
// of it.
func folded(keywords []string) (words []string) {
	for _, k := range keywords {
		if i := strings.LastIndexByte(k, ' '); i >= 0 {
			k = k[i+1:]
		}
		words = append(words, strings.ToLower(fold.Keyword(k)))
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// writeGitleaks writes the rules as a configuration of gitleaks 8, which betterleaks
// reads, too.
//
// Source: the section "Configuration" of gitleaks' README.
func writeGitleaks(w io.Writer, scanner string) {
	fmt.Fprintf(w, "# Rules for %s, made from the schema of kustoconn %s by \"kustoconn schema --format %s\".\n", scanner, kustoconn.Version, scanner)
	fmt.Fprintf(w, "title = \"connection strings of Kusto\"\n\n[extend]\nuseDefault = true\n")
	for _, r := range scannerRules() {
		fmt.Fprintf(w, "\n[[rules]]\nid = %q\ndescription = %q\nregex = '''%s'''\nsecretGroup = 1\nkeywords = [%s]\n",
			r.id, r.description, r.regex, quotedList(r.keywords))
	}
}

// writeTruffleHog writes the rules as custom detectors of TruffleHog 3.
//
// Source: the page "Custom detectors" of TruffleHog.
func writeTruffleHog(w io.Writer) {
	fmt.Fprintf(w, "# Custom detectors for TruffleHog, made from the schema of kustoconn %s by \"kustoconn schema --format trufflehog\".\n", kustoconn.Version)
	fmt.Fprintln(w, "detectors:")
	for _, r := range scannerRules() {
		fmt.Fprintf(w, "  - name: %s\n    description: %q\n    keywords: [%s]\n    regex:\n      secret: '%s'\n",
			r.id, r.description, quotedList(r.keywords), strings.ReplaceAll(r.regex, "'", "''"))
	}
}

func quotedList(words []string) string {
	var all []string
	for _, w := range words {
		all = append(all, fmt.Sprintf("%q", w))
	}
	return strings.Join(all, ", ")
}
