package sdk_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// TestRecordedVerdicts holds that a client is said to refuse a string, or to
// crash on it, where it was recorded to do so and nowhere else.
func TestRecordedVerdicts(t *testing.T) {
	exhaust.Long(t)
	for _, recording := range fixtures.Recordings {
		client, _ := sdk.Find(recording.Client)
		for _, row := range fixtures.Client(t, recording.Name) {
			r := sdk.Read(bound(row.S), client)
			var rejected, crashes bool
			for _, f := range r.Findings {
				rejected = rejected || f.Rule == rule.RejectedByClient
				crashes = crashes || f.Rule == rule.CrashesClient
			}
			if rejected != (!row.OK && !row.Crash) || crashes != row.Crash {
				t.Errorf("%s %q: recorded ok %t and crash %t, found %v", recording.Client, row.S, row.OK, row.Crash, r.Findings)
			}
		}
	}
}

// TestRecordedRowsKeepTheLaws holds the laws on a sample of what was recorded.
func TestRecordedRowsKeepTheLaws(t *testing.T) {
	step := 11
	if testing.Short() {
		step = 101
	}
	for i, row := range fixtures.Client(t, "go") {
		if i%step == 0 {
			keepsLaws(t, row.S, sdk.Clients())
		}
	}
}

func TestLaws(t *testing.T) {
	keyword := rapid.SampledFrom([]string{
		"Data Source", "Server", "Database", "Initial Catalog", "Fed", "\tFed", "AppKey", "App Key", "User Token", "UID",
		"PWD", "AppClientId", "TenantId", "Accept", "SendX5c", "MSI", "AZ CLI", "Application Certificate", "Nonsense",
	})
	value := rapid.OneOf(
		rapid.SampledFrom([]string{
			"true", "True", "TRUE", "1", "false", "", `""`, `"true"`, "k=", "k==", "'a;b'", `"a""b"`, " k ", "\u00a0k",
			h, h + "/Db", h + "/", h + "/A%20B", `"` + h + `/Db"`, "mycluster", "https://u:p@h.kusto.windows.net",
		}),
		rapid.StringMatching(`[a-z=;"' \t/é]{0,6}`),
	)
	prefix := rapid.SampledFrom([]string{"", h + ";", h + "/Db;", "@help/Samples;", "mycluster;", ";", "  ;", "x y;"})
	pair := rapid.Custom(func(t *rapid.T) string {
		return keyword.Draw(t, "keyword") + "=" + value.Draw(t, "value")
	})
	rapid.Check(t, func(t *rapid.T) {
		text := prefix.Draw(t, "prefix") + strings.Join(rapid.SliceOfN(pair, 0, 6).Draw(t, "pairs"), ";") +
			rapid.SampledFrom([]string{"", ";", ";;", "; ", "/"}).Draw(t, "end")
		keepsLaws(t, text, sdk.Clients())
	})
}

func FuzzPortability(f *testing.F) {
	f.Add("Data S\t")
	for i, row := range fixtures.Client(f, "go") {
		if i%50 == 0 {
			f.Add(row.S)
		}
	}
	f.Fuzz(func(t *testing.T, text string) { keepsLaws(t, text, sdk.Clients()) })
}

// withoutNames takes the names of properties out of a message.
var withoutNames = func() *strings.Replacer {
	var pairs []string
	for _, p := range schema.Properties() {
		pairs = append(pairs, p.Name, "")
	}
	return strings.NewReplacer(pairs...)
}()

// keepsLaws fails t where what is said of text breaks a promise: spans lie in
// the text on rune boundaries, no message holds a part of a secret, and a fix
// keeps the meaning, harms no client and helps one. It is the body of the fuzz
// target.
func keepsLaws(t rapid.TB, text string, clients []dialect.Client) {
	b := bound(text)
	for _, d := range sdk.Portability(b, clients) {
		if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
			t.Fatalf("%q: %v is outside the text", text, d)
		}
		for _, at := range []int{d.Span.Start, d.Span.End} {
			if utf8.ValidString(text) && source.RuneBoundary(text, at) != at {
				t.Errorf("%q: %v is inside a code point", text, d)
			}
		}
		for _, secret := range redact.Secrets(b) {
			// A short secret can be a part of any word, and "Data S" of a name.
			if s := secret.Slice(text); len(s) >= 6 && strings.Contains(withoutNames.Replace(d.Message+d.Help), s) {
				t.Errorf("%q: a message holds a secret", text)
			}
		}
		if len(d.Edits) > 0 {
			fixHolds(t, b, d, clients)
		}
	}
}

func fixHolds(t rapid.TB, before *bind.Bound, d diag.Diagnostic, clients []dialect.Client) {
	text := before.Tree.Text()
	fixed, err := diag.Apply(text, d.Edits)
	if err != nil {
		t.Fatalf("%q: the fix of %v: %v", text, d, err)
	}
	after := bound(fixed)
	meant, _ := normalize.Canonical(before)
	if means, ok := normalize.Canonical(after); !ok || means != meant || after.AuthMode() != before.AuthMode() {
		t.Errorf("%q: the fix of %v changes the meaning: %q", text, d, fixed)
	}
	helped := false
	for _, c := range clients {
		was, is := sdk.Read(before, c), sdk.Read(after, c)
		if was.Answer.OK && !is.Answer.OK || !was.Answer.Crash && is.Answer.Crash {
			t.Errorf("%q: the fix of %v loses %s: %q", text, d, c.Name, fixed)
		}
		if was.Answer.OK && strings.Count(clauses(&is), "\n") > strings.Count(clauses(&was), "\n") {
			t.Errorf("%q: the fix of %v makes %s read worse: %q", text, d, c.Name, fixed)
		}
		helped = helped || clauses(&was) != clauses(&is)
	}
	if !helped {
		t.Errorf("%q: the fix of %v helps nobody: %q", text, d, fixed)
	}
}

// clauses says a client's findings, a line each, of rules but 605, which a fix of another
// may bring.
func clauses(r *sdk.Reading) string {
	var all []string
	for i := range r.Findings {
		if r.Findings[i].Rule != rule.IgnoredByClient {
			all = append(all, r.Findings[i].Clause()+"\n")
		}
	}
	return strings.Join(all, "")
}

// TestEditsWriteNames holds that edits write names alone.
func TestEditsWriteNames(t *testing.T) {
	const marker = "Zq9xW7vK2mJ4"
	for _, text := range []string{
		h + "/" + marker + ";AppKey=\"" + marker + "\";Fed=TRUE;",
		"Data Source=\"" + h + "/" + marker + "/\";UID=" + marker + ";UID=\"" + marker + "\";Fed=",
	} {
		for _, d := range sdk.Portability(bound(text), sdk.Clients()) {
			for _, e := range d.Edits {
				if strings.Contains(e.NewText, marker) || !e.Safe {
					t.Errorf("%q: %v has the edit %v", text, d, e)
				}
			}
		}
	}
}
