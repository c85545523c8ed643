package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kustoconn/report"
	"kustoconn/rule"
)

func allKinds(t *testing.T) []report.Finding {
	return slices.Concat(everyRule(t), oddPaths(), oddTexts(), lintedFiles(t, nil), inCommit(lintedFiles(t, nil)))
}

func written(t *testing.T, format report.Format, findings []report.Finding) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, format, findings, report.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What GitLab demands of a report of code quality: it takes no other fields for these,
// and drops what has a fingerprint of another.
func TestGitLabCodeQuality(t *testing.T) {
	findings := allKinds(t)
	var issues []struct {
		Description, Fingerprint, Severity string
		CheckName                          string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin, End int }
		}
	}
	if err := json.Unmarshal(written(t, report.GitLab, findings), &issues); err != nil {
		t.Fatal(err)
	}
	if len(issues) != len(findings) {
		t.Errorf("%d issues of %d findings", len(issues), len(findings))
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if i.Description == "" || i.CheckName == "" || i.Fingerprint == "" || seen[i.Fingerprint] || i.Location.Path == "" || i.Location.Lines.Begin < 1 || i.Location.Lines.End < i.Location.Lines.Begin {
			t.Errorf("%+v", i)
		}
		seen[i.Fingerprint] = true
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			t.Errorf("severity %q", i.Severity)
		}
	}
	if got := string(written(t, report.GitLab, nil)); got != "[]\n" {
		t.Errorf("no findings are %q", got)
	}
}

// What sast-report-format.json 15.0.2 demands.
func TestGitLabSAST(t *testing.T) {
	type tool struct {
		ID, Name, Version string
		Vendor            struct{ Name string }
	}
	var r struct {
		Version string
		Scan    struct {
			Analyzer, Scanner tool
			Type, Status      string
			Start             string `json:"start_time"`
			End               string `json:"end_time"`
		}
		Vulnerabilities []struct {
			ID, Name, Description, Severity, Solution string
			Identifiers                               []struct{ Type, Name, Value string }
			Location                                  struct {
				File  string
				Start int `json:"start_line"`
				End   int `json:"end_line"`
			}
		}
	}
	findings := allKinds(t)
	if err := json.Unmarshal(written(t, report.GitLabSAST, findings), &r); err != nil {
		t.Fatal(err)
	}
	at := regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$`)
	if r.Version != "15.0.2" || r.Scan.Type != "sast" || r.Scan.Status != "success" || !at.MatchString(r.Scan.Start) || !at.MatchString(r.Scan.End) {
		t.Errorf("%q, %+v", r.Version, r.Scan)
	}
	for _, tl := range []tool{r.Scan.Analyzer, r.Scan.Scanner} {
		if tl.ID == "" || tl.Name == "" || tl.Version == "" || tl.Vendor.Name == "" {
			t.Errorf("%+v", tl)
		}
	}
	if len(r.Vulnerabilities) != len(findings) {
		t.Errorf("%d of %d findings", len(r.Vulnerabilities), len(findings))
	}
	seen, critical := map[string]bool{}, 0
	for _, v := range r.Vulnerabilities {
		if v.ID == "" || seen[v.ID] || v.Name == "" || utf8.RuneCountInString(v.Name) > 255 || utf8.RuneCountInString(v.Solution) > 7000 || len(v.Description) > 1<<20 {
			t.Errorf("%.200v", v)
		}
		seen[v.ID] = true
		if len(v.Identifiers) != 1 || v.Identifiers[0].Type == "" || v.Identifiers[0].Name == "" || v.Identifiers[0].Value == "" {
			t.Errorf("identifiers %v", v.Identifiers)
		}
		if !slices.Contains([]string{"Info", "Unknown", "Low", "Medium", "High", "Critical"}, v.Severity) {
			t.Errorf("severity %q", v.Severity)
		}
		if v.Identifiers[0].Value == rule.SecretInText.String() && (v.Severity == "High" || v.Severity == "Critical") {
			critical++
		}
	}
	if critical == 0 {
		t.Error("no secret is severe")
	}
	if !strings.Contains(string(written(t, report.GitLabSAST, nil)), `"vulnerabilities": []`) {
		t.Error("no findings are no list")
	}
}

func TestJUnit(t *testing.T) {
	type suite struct {
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   string `xml:"errors,attr"`
		Cases    []struct {
			Name    string    `xml:"name,attr"`
			Class   string    `xml:"classname,attr"`
			Failure *struct{} `xml:"failure"`
		} `xml:"testcase"`
	}
	for _, findings := range [][]report.Finding{nil, allKinds(t)} {
		var all struct {
			XMLName  xml.Name `xml:"testsuites"`
			Tests    int      `xml:"tests,attr"`
			Failures int      `xml:"failures,attr"`
			Suites   []suite  `xml:"testsuite"`
		}
		d := xml.NewDecoder(bytes.NewReader(written(t, report.JUnit, findings)))
		if err := d.Decode(&all); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Token(); err == nil { // the line end
			if _, err := d.Token(); err != io.EOF {
				t.Error("something stands behind the report")
			}
		}
		tests, failures := 0, 0
		for _, s := range all.Suites {
			failed := 0
			for _, c := range s.Cases {
				if c.Name == "" || c.Class == "" {
					t.Errorf("%+v", c)
				}
				if c.Failure != nil {
					failed++
				}
			}
			if s.Tests != len(s.Cases) || s.Failures != failed || s.Errors != "0" {
				t.Errorf("%d of %d cases, %d of %d failed, %q errors", s.Tests, len(s.Cases), s.Failures, failed, s.Errors)
			}
			tests, failures = tests+s.Tests, failures+s.Failures
		}
		if all.Tests != tests || all.Failures != failures || tests != max(1, len(findings)) {
			t.Errorf("%d cases, %d failed: %d and %d", tests, failures, all.Tests, all.Failures)
		}
	}
}
