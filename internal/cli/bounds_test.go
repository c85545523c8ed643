package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/report"
)

// floods are pairs that, repeated, give very many of everything: duplicates, unknown
// keywords, secrets, misspelt ones, segments that are malformed, missing separators.
var floods = []string{
	"Fed=true;", "a=b;", "AppKey=x;", "AppKey='a''b';", "AppKye=x;", "x;", "@c;", ";", "Fed=maybe;", "https://c.kusto.windows.net;",
	"Database=x Fed=yes ", "Database=\"a\" Fed=true;", "Database=a\"b;", "Data Source=https://u:p@c;", "{x}=b;", "AppKey=a;b=c;", "\x01=;",
}

// What a command prints of a string of very many pairs does not grow with them.
func TestOutputIsBounded(t *testing.T) {
	exhaust.Long(t)
	commands := [][]string{
		{"explain", "-"}, {"explain", "--format", "json", "-"}, {"clients", "-"}, {"clients", "--format", "json", "-"}, {"clients", "--format", "html", "-"}, {"explain", "--format", "html", "-"},
		{"check", "--client", "all", "-"}, {"check", "--level", "information", "-"}, {"diff", "-", "Fed=true"},
	}
	for _, format := range report.FormatNames() {
		commands = append(commands, []string{"check", "--format", format, "-"})
	}
	const pairs = 1100
	for i, pair := range floods {
		if i%exhaust.Sample(shortStep) != 0 {
			continue
		}
		flood := func(n int) string { return "https://c.kusto.windows.net;" + strings.Repeat(pair, n) }
		for _, args := range commands {
			few, many := len(run(t, flood(pairs), args...)), len(run(t, flood(3*pairs), args...))
			if many > few+few/10+200 {
				t.Errorf("%q: kustoconn %q prints %d bytes of %d pairs, %d of %d", pair, args, few, pairs, many, 3*pairs)
			}
		}
	}
}

// What explain leaves out of its lists it counts.
func TestExplainCountsWhatItLeavesOut(t *testing.T) {
	const n = maxDiagnostics + 20
	text := strings.Repeat("Fed=true;", n) + strings.Repeat("x=y;", n)
	out := run(t, text, "explain", "-")
	for _, want := range []string{"and 919 more", "and 920 more"} {
		if !strings.Contains(out, want) {
			t.Errorf("explain does not say %q", want)
		}
	}
	var got struct {
		Properties  []struct{ MoreOverrides int }
		Unknown     []any
		MoreUnknown int
		Diagnostics []any
		Omitted     int
	}
	if err := json.Unmarshal([]byte(run(t, text, "explain", "--format", "json", "-")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Properties[0].MoreOverrides != n-1-maxListed || len(got.Unknown)+got.MoreUnknown != n || len(got.Unknown) != maxDiagnostics ||
		len(got.Diagnostics) != maxDiagnostics || got.Omitted == 0 {
		t.Errorf("%+v: %d and %d unknown, %d and %d diagnostics", got.Properties, len(got.Unknown), got.MoreUnknown, len(got.Diagnostics), got.Omitted)
	}
}
