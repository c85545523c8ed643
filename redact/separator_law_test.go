package redact_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/redact"
	"kustoconn/schema"
)

// No secret shows behind a forgotten semicolon, whatever stands in its place, before
// the keyword and behind the value, and whether the keyword is spelt as it should be.
func TestForgottenSeparatorShowsNoSecret(t *testing.T) {
	var keywords []string
	for id := range schema.Secrets().All() {
		keywords = append(keywords, schema.Get(id).Keywords()...)
	}
	keywords = append(keywords, "AppKye", "Usr Tokn", "Aplication Key", "Aplicaton Token", "Client Secret")
	rapid.Check(t, func(t *rapid.T) {
		const secret = "Zq7Yw9Kx"
		keyword := rapid.SampledFrom(keywords).Draw(t, "keyword")
		holder := rapid.SampledFrom([]string{
			"https://help.kusto.windows.net", "Data Source=https://help.kusto.windows.net", "Database=a", "Fed=true", "User ID=me and you",
			"Application Name for Tracing=" + strings.Repeat("words ", 20), "Authority Id=contoso.com", "Accept=true Streaming=true",
		}).Draw(t, "holder")
		gap := rapid.SampledFrom([]string{" ", ", ", ",", "&", " | ", ":", "\t", "\n", "\u00a0", "; ", ";"}).Draw(t, "gap")
		rest := rapid.SampledFrom([]string{"", " b", ",Fed=true", " Fed=true", ";Fed=true", "=="}).Draw(t, "rest")
		text := holder + gap + keyword + rapid.SampledFrom([]string{"=", " = ", "= "}).Draw(t, "equals") + secret + rest
		if before, value, ok := strings.Cut(text, "="); ok && !strings.Contains(before, ":") && rapid.Bool().Draw(t, "quoted") {
			text = before + `="` + value + `"`
		}
		if shown := redact.String(text); strings.Contains(shown, secret) {
			t.Fatalf("%q is shown as %q", text, shown)
		}
	})
}
