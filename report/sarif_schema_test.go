package report_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/lint"
	"kustoconn/lint/baseline"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/sdk"
	"kustoconn/source"
	"kustoconn/validate"
)

// publishedSchema returns the schema of SARIF 2.1.0 with errata 01, as OASIS
// publishes it.
func publishedSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const id = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(fixtures.Bytes(t, "schemas/sarif-2.1.0-errata01.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiler.UseLoader(nil) // the schema refers to nothing outside
	if err := compiler.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func writeSARIF(t *testing.T, findings []report.Finding) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, report.SARIF, findings, report.Options{Version: "1.2.3"}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestSARIFSchema validates reports of all kinds against the published schema
// and GitHub's limits.
func TestSARIFSchema(t *testing.T) {
	schema := publishedSchema(t)
	for _, tc := range []struct {
		name     string
		findings []report.Finding
		results  int // at least
	}{
		{"nothing found", nil, 0},
		{"every rule", everyRule(t), len(rule.All())},
		{"odd paths", oddPaths(), 14},
		{"odd texts", oddTexts(), 10},
		{"files", lintedFiles(t, nil), 4},
		{"files with a baseline", lintedFiles(t, knownFindings(t)), 1},
		{"a history", inCommit(lintedFiles(t, nil)), 4},
		{"more than GitHub takes", many(30_000), 25_000},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if testing.Short() && tc.results > 1000 {
				t.Skip("25,000 results take seconds to check against the schema")
			}
			text := writeSARIF(t, tc.findings)
			log, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(log); err != nil {
				t.Error(err)
			}
			if n := checkGitHub(t, text); n < tc.results {
				t.Errorf("%d results, want %d", n, tc.results)
			}
		})
	}
}

// everyRule reports each rule's example, and rules about files by themselves.
func everyRule(t *testing.T) (findings []report.Finding) {
	v, err := validate.New(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rule.All() {
		file := newFile("rules/"+r.Name, r.Bad, true)
		tree, syntax := grammar.Parse(r.Bad)
		bound := bind.Bind(tree)
		found := append(v.Check(bound, syntax), v.Configure(sdk.Portability(bound, sdk.Clients()))...)
		if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == r.Code }) {
			found = append(found, r.New(source.Span{End: len(r.Bad)}, "of a file"))
		}
		for _, d := range found {
			findings = append(findings, report.Finding{File: file, Diagnostic: d, Fingerprint: "00ff"})
		}
	}
	return findings
}

func oddPaths() (findings []report.Finding) {
	d := rule.All()[0].New(source.At(0), "x")
	for _, path := range []string{
		"a b/c.env", "c:d", "//host/share", "a//b/../c", "..", ".", "#?%/[x]{y}|\\^`", "%41", "東京/Größe", "e\u0301😀",
		"\xff\xfe", "line\nend\t\x1b[1m", "/etc/a b", "-", "argument 1", "$NAME",
	} {
		for _, isFile := range []bool{true, false} {
			findings = append(findings, report.Finding{File: newFile(path, "x", isFile), Diagnostic: d})
		}
	}
	return findings
}

func oddTexts() (findings []report.Finding) {
	for _, text := range []string{"", "\n", "\r\n\r\n", "😀東\u202e", "\xff", "a\x00b", strings.Repeat("x", 100_000), "\ufeff", "\u2028", "</script>\x7f"} {
		file := newFile("f", text, true)
		for _, span := range []source.Span{{}, {End: len(text)}, source.At(len(text)), {Start: -1, End: len(text) + 1}} {
			d := rule.All()[0].New(span, "message "+text)
			d.Help = text
			d.Related = []diag.Related{{Span: span, Message: "related " + text}, {Span: span, Message: "more"}}
			findings = append(findings, report.Finding{File: file, Diagnostic: d})
		}
	}
	return findings
}

// lintFile holds findings that are suppressed, with reason and without, and a
// suppression of nothing.
const lintFile = `a: https://c.kusto.windows.net;Fed=yes # kustoconn:ignore KCS201 -- the emulator takes it
b: https://c.kusto.windows.net;Fed=yes;AppKye=x # kustoconn:ignore KCS201
c: https://c.kusto.windows.net;Fed=true # kustoconn:ignore KCS501 -- none here
d: "Data Source=https://größe.example;Fed=true;AppClientId=東京;AppKey=\u0047eheim;Authority Id=😀"
`

func linted(t *testing.T, known *baseline.Baseline) *lint.File {
	t.Helper()
	file, err := lint.Text("dir é/a.yaml", lintFile, lint.Options{Baseline: known})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func lintedFiles(t *testing.T, known *baseline.Baseline) (findings []report.Finding) {
	f := linted(t, known)
	file := newFile(f.Path, f.Text(), true)
	for _, found := range f.Findings {
		findings = append(findings, report.Finding{File: file, Diagnostic: found.Diagnostic, Fingerprint: found.Fingerprint})
	}
	return findings
}

func inCommit(findings []report.Finding) []report.Finding {
	for i := range findings {
		findings[i].Commit = &report.Commit{ID: "00ff", AuthorDate: time.Unix(1600000000, 0), Present: i%2 == 0}
	}
	return findings
}

// knownFindings returns a baseline of what there is but for the first finding.
func knownFindings(t *testing.T) *baseline.Baseline {
	f := linted(t, nil)
	f.Findings = f.Findings[1:]
	known := baseline.New()
	(&lint.Result{Files: []*lint.File{f}}).AddTo(known, func(path string) string { return path })
	return known
}

// many returns n findings of which the last is the only error, and every other
// one before it a warning, each with a fingerprint of its own.
func many(n int) []report.Finding {
	text := strings.Repeat("Fed=yes\n", n)
	file := newFile(strings.Repeat("deep/", 10)+"f", text, true)
	findings := make([]report.Finding, n)
	for i := range findings {
		r := rule.Rule{Code: 102, Name: "duplicate-keyword", Severity: diag.Information}
		if i%2 == 0 {
			r.Severity = diag.Warning
		}
		if i == n-1 {
			r.Severity = diag.Error
		}
		d := r.New(source.Span{Start: 8 * i, End: 8*i + 3}, strings.Repeat("long ", 10)+strconv.Itoa(i))
		findings[i] = report.Finding{File: file, Diagnostic: d, Fingerprint: fmt.Sprintf("%064x", uint64(i)*0x9e3779b97f4a7c15)}
	}
	return findings
}

// gitHubLog is what GitHub's limits are about.
type gitHubLog struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []gitHubRule }
		}
		Invocations []struct {
			Successful    bool `json:"executionSuccessful"`
			Notifications []struct {
				Level   string
				Message struct{ Text string }
			} `json:"toolExecutionNotifications"`
		}
		Results []gitHubResult
	}
}

type gitHubRule struct {
	ID, Name   string
	Properties struct {
		Tags     []string
		Security string `json:"security-severity"`
	}
}

type gitHubResult struct {
	Level                       string
	Message                     struct{ Text string }
	Locations, RelatedLocations []json.RawMessage
}

// checkGitHub holds a report against the limits of GitHub's code scanning and
// returns the number of its results.
//
// Source: "SARIF support for code scanning" and "SARIF results exceed one or
// more limits" of GitHub.
func checkGitHub(t *testing.T, text string) (results int) {
	t.Helper()
	var compressed bytes.Buffer
	z := gzip.NewWriter(&compressed)
	z.Write([]byte(text))
	z.Close()
	if compressed.Len() > 10_000_000 {
		t.Errorf("%d bytes compressed, more than 10 MB", compressed.Len())
	}
	var log gitHubLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	atMost := func(what string, got, limit int) {
		t.Helper()
		if got > limit {
			t.Errorf("%s: %d, more than %d", what, got, limit)
		}
	}
	atMost("runs", len(log.Runs), 20)
	for _, run := range log.Runs {
		results += len(run.Results)
		atMost("results", len(run.Results), 25_000)
		atMost("rules", len(run.Tool.Driver.Rules), 25_000)
		for _, r := range run.Tool.Driver.Rules {
			atMost(r.ID+": tags", len(r.Properties.Tags), 10) // up to 20 are taken, and 10 shown
			atMost(r.ID+": name", utf8.RuneCountInString(r.Name), 255)
			if r.Properties.Security == "" {
				continue
			}
			score, err := strconv.ParseFloat(r.Properties.Security, 64)
			if err != nil || score <= 0 || score > 10 || !slices.Contains(r.Properties.Tags, "security") {
				t.Errorf("%s: security severity %q, tags %q", r.ID, r.Properties.Security, r.Properties.Tags)
			}
		}
		for i, r := range run.Results {
			where := fmt.Sprintf("result %d: ", i)
			atMost(where+"locations", len(r.Locations), 1) // only the first is used
			atMost(where+"related locations", len(r.RelatedLocations), 100)
			if r.Message.Text == "" || len(r.Locations) == 0 {
				t.Errorf("%sno message or no location", where)
			}
		}
	}
	return results
}

// TestSARIFLeavesOutTheLeastSevere shows what happens to more findings than
// GitHub takes.
func TestSARIFLeavesOutTheLeastSevere(t *testing.T) {
	exhaust.Long(t)
	var log gitHubLog
	if err := json.Unmarshal([]byte(writeSARIF(t, many(30_000))), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	levels := map[string]int{}
	last := -1
	for _, r := range run.Results {
		levels[r.Level]++
		words := strings.Fields(strings.Split(r.Message.Text, ";")[0])
		n, err := strconv.Atoi(words[len(words)-1])
		if err != nil || n <= last {
			t.Fatalf("finding %q after %d", r.Message.Text, last)
		}
		last = n
	}
	if levels["error"] != 1 || levels["warning"] != 15_000 || levels["note"] != 9_999 {
		t.Errorf("kept %v", levels)
	}
	const want = "5000 of 30000 findings are left out, the least severe: a run holds no more than 25000; the other formats have all"
	if len(run.Invocations) != 1 || !run.Invocations[0].Successful || len(run.Invocations[0].Notifications) != 1 {
		t.Fatalf("invocations %+v", run.Invocations)
	}
	if n := run.Invocations[0].Notifications[0]; n.Level != "warning" || n.Message.Text != want {
		t.Errorf("got %+v, want %q", n, want)
	}
	if all := writeSARIF(t, many(25_000)); strings.Count(all, `"ruleId"`) != 25_000 || strings.Contains(all, `"invocations"`) {
		t.Error("as many as GitHub takes are not all there")
	}
}

func newFile(path, text string, isFile bool) *report.File {
	f := report.NewFile(path, text, nil)
	f.IsFile = isFile
	return f
}
