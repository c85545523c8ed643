package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/internal/golden"
	"kustoconn/rule"
	"kustoconn/source"
)

func parseSARIF(t *testing.T, findings []Finding) (log sarifLog) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(write(t, SARIF, findings, Options{Version: "1.2.3"})))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	return log
}

// TestSARIF holds the report but for the rules' documentation.
func TestSARIF(t *testing.T) {
	log := parseSARIF(t, sample())
	log.Runs[0].Tool.Driver.Rules = nil
	for i := range log.Runs[0].Results {
		log.Runs[0].Results[i].RuleIndex = 0 // moves with every new rule
	}
	text, err := json.MarshalIndent(log, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/sample.sarif", string(text)+"\n")
}

func TestSARIFWithoutFindings(t *testing.T) {
	got := write(t, SARIF, nil, Options{})
	for _, want := range []string{`"$schema": "https://json.schemastore.org/sarif-2.1.0.json"`, `"version": "2.1.0"`, `"results": []`, `"columnKind": "utf16CodeUnits"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestSARIFRules asserts what GitHub requires of rules.
func TestSARIFRules(t *testing.T) {
	undocumented := rule.Rule{Code: 999, Name: "of-the-future", Severity: diag.Warning}
	findings := []Finding{{File: &File{Path: "f", IsFile: true}, Diagnostic: undocumented.New(source.At(0), "x")}}
	run := parseSARIF(t, append(sample(), findings...)).Runs[0]
	rules := run.Tool.Driver.Rules
	if run.Tool.Driver.Name != "kustoconn" || run.Tool.Driver.Version != "1.2.3" {
		t.Errorf("driver %s %s", run.Tool.Driver.Name, run.Tool.Driver.Version)
	}
	if len(rules) < len(rule.All()) {
		t.Errorf("%d rules of %d", len(rules), len(rule.All()))
	}
	seen := map[string]bool{}
	for _, r := range rules {
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
		for what, text := range map[string]string{"name": r.Name, "short": r.Short.Text, "full": r.Full.Text, "help": r.Help.Text, "markdown": r.Help.Markdown} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: no %s", r.ID, what)
			}
		}
		if utf8.RuneCountInString(r.Short.Text) > longestDescription || utf8.RuneCountInString(r.Full.Text) > longestDescription {
			t.Errorf("%s: the description is too long", r.ID)
		}
		if level := r.Configuration.Level; level != "error" && level != "warning" && level != "note" {
			t.Errorf("%s: level %q", r.ID, level)
		}
	}
	for _, r := range run.Results {
		if rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s has the index of %s", r.RuleID, rules[r.RuleIndex].ID)
		}
	}
	for _, r := range rules {
		secret := r.Name == "secret-in-text" || r.Name == "leaked-by-client-error"
		if secret && (r.Properties.Security == "" || !slices.Contains(r.Properties.Tags, "security")) {
			t.Errorf("%s: properties %+v", r.ID, r.Properties)
		}
	}
}

func TestSARIFPaths(t *testing.T) {
	for _, tc := range []struct {
		path      string
		isFile    bool
		uri, base string
	}{
		{"a/b.env", true, "a/b.env", "%SRCROOT%"},
		{"./a//b.env", true, "a/b.env", "%SRCROOT%"},
		{"c:d/#1?.env", true, "c%3Ad/%231%3F.env", "%SRCROOT%"},
		{"a b/100%/Größe\xff", true, "a%20b/100%25/Gr%C3%B6%C3%9Fe%FF", "%SRCROOT%"},
		{"/etc/a b", true, "file:///etc/a%20b", ""},
		{"standard input", false, "standard%20input", ""},
	} {
		got := artifact(&File{Path: tc.path, IsFile: tc.isFile})
		if got.URI != tc.uri || got.URIBaseID != tc.base {
			t.Errorf("%s: got %s %s, want %s %s", tc.path, got.URI, got.URIBaseID, tc.uri, tc.base)
		}
	}
}

func TestSARIFMessage(t *testing.T) {
	text := "Fed=yes;Fed=no"
	d := duplicate.New(in(text, "Fed=no"), "see [x](http://example.com)\x1b")
	d.Help = "write [it] once"
	d.Related = []diag.Related{{Span: in(text, "Fed=yes"), Message: `a [b\`}}
	log := parseSARIF(t, []Finding{{File: newFile("f", text, true), Diagnostic: d}})
	got := log.Runs[0].Results[0].Message.Text
	want := `see [x\](http://example.com)<U+001B>; write [it] once; see [a \[b\\](1)`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
