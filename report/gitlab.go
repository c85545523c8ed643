package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"strconv"
	"time"
	"unicode/utf8"

	"kustoconn/diag"
	"kustoconn/rule"
)

// gitLabIssue is an element of a report of code quality.
//
// Source: GitLab's documentation, "Code Quality report format".
type gitLabIssue struct {
	Description string        `json:"description"`
	CheckName   string        `json:"check_name"`
	Fingerprint string        `json:"fingerprint"`
	Severity    string        `json:"severity"`
	Location    gitLabPlace   `json:"location"`
	Content     gitLabContent `json:"content"`
}

type gitLabPlace struct {
	Path  string      `json:"path"`
	Lines gitLabLines `json:"lines"`
}

type gitLabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

type gitLabContent struct {
	Body string `json:"body"`
}

// writeGitLab writes a report of code quality.
func writeGitLab(w io.Writer, findings []located, _ Options) error {
	issues := make([]gitLabIssue, len(findings))
	ids := uniqueIDs(findings)
	for i := range findings {
		f := &findings[i]
		issues[i] = gitLabIssue{
			Description: f.gitLabMessage(), CheckName: f.Diagnostic.Code.String() + " " + f.Diagnostic.Rule, Fingerprint: ids[i],
			Severity: gitLabSeverity(f.Diagnostic.Severity),
			Location: gitLabPlace{filepath.ToSlash(f.File.Path), gitLabLines{f.start.Line, f.end.Line}},
			Content:  gitLabContent{Visible(f.Diagnostic.Help)},
		}
	}
	return WriteJSON(w, issues, "  ")
}

// gitLabMessage returns the message, with the commit in a history.
func (f *located) gitLabMessage() string {
	message := Visible(f.Diagnostic.Message)
	if f.Commit != nil {
		message += " (commit " + f.Commit.String() + ")"
	}
	return message
}

func gitLabSeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "major"
	case diag.Warning:
		return "minor"
	}
	return "info"
}

// uniqueIDs returns what tells each finding from the others: its fingerprint, or else
// one of its place and message.
func uniqueIDs(findings []located) []string {
	ids, seen := make([]string, len(findings)), map[string]int{}
	for i := range findings {
		f := &findings[i]
		id := f.Fingerprint
		if id == "" {
			id = f.position() + "\x00" + f.Diagnostic.Code.String() + "\x00" + f.Diagnostic.Message
		}
		n := seen[id]
		seen[id]++
		if f.Fingerprint == "" || n > 0 {
			sum := sha256.Sum256([]byte(id + "\x00" + strconv.Itoa(n)))
			id = hex.EncodeToString(sum[:16])
		}
		ids[i] = id
	}
	return ids
}

// The structs are the part of GitLab's report of static analysis that is written: no
// extract of the source is among it.
//
// Source: GitLab's security report schemas, sast-report-format.json 15.0.2.
type (
	sastReport struct {
		Version         string              `json:"version"`
		Scan            sastScan            `json:"scan"`
		Vulnerabilities []sastVulnerability `json:"vulnerabilities"`
	}
	sastScan struct {
		Analyzer sastTool `json:"analyzer"`
		Scanner  sastTool `json:"scanner"`
		Type     string   `json:"type"`
		Start    string   `json:"start_time"`
		End      string   `json:"end_time"`
		Status   string   `json:"status"`
	}
	sastTool struct {
		ID      string     `json:"id"`
		Name    string     `json:"name"`
		Version string     `json:"version"`
		Vendor  sastVendor `json:"vendor"`
	}
	sastVendor struct {
		Name string `json:"name"`
	}
	sastVulnerability struct {
		ID          string           `json:"id"`
		Name        string           `json:"name"`
		Description string           `json:"description"`
		Severity    string           `json:"severity"`
		Solution    string           `json:"solution,omitempty"`
		Identifiers []sastIdentifier `json:"identifiers"`
		Location    sastLocation     `json:"location"`
	}
	sastIdentifier struct {
		Type  string `json:"type"`
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	sastLocation struct {
		File  string `json:"file"`
		Start int    `json:"start_line"`
		End   int    `json:"end_line"`
	}
)

const (
	sastVersion  = "15.0.2"
	sastTime     = "2006-01-02T15:04:05" // in UTC
	maxSolution  = 7000                  // characters
	maxSASTNames = 255
)

// writeGitLabSAST writes a report of static analysis.
func writeGitLabSAST(w io.Writer, findings []located, opts Options) error {
	version := opts.Version
	if version == "" {
		version = "unknown"
	}
	tool := sastTool{"kustoconn", "kustoconn", version, sastVendor{"kustoconn"}}
	at := opts.Time
	if at.IsZero() {
		at = time.Now()
	}
	when := at.UTC().Format(sastTime)
	report := sastReport{
		Version:         sastVersion,
		Scan:            sastScan{tool, tool, "sast", when, when, "success"},
		Vulnerabilities: make([]sastVulnerability, len(findings)),
	}
	ids := uniqueIDs(findings)
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		name, code := d.Rule, d.Code.String()
		if r := rule.Get(d.Code); r != nil {
			name = newSARIFRule(r).Short.Text
		}
		report.Vulnerabilities[i] = sastVulnerability{
			ID: ids[i], Name: firstCharacters(name, maxSASTNames), Description: f.gitLabMessage(), Severity: sastSeverity(d),
			Solution:    firstCharacters(Visible(d.Help), maxSolution),
			Identifiers: []sastIdentifier{{"kustoconn_rule", code + " " + d.Rule, code}},
			Location:    sastLocation{filepath.ToSlash(f.File.Path), f.start.Line, f.end.Line},
		}
	}
	return WriteJSON(w, report, "  ")
}

// sastSeverity returns the severity: by the score, where the rule has one, as GitHub
// ranks by it. What endangers no credential is at most Medium.
func sastSeverity(d *diag.Diagnostic) string {
	score := 0.0
	if r := rule.Get(d.Code); r != nil && d.Severity != diag.Information {
		score, _ = strconv.ParseFloat(r.Score, 64) // 0 for none
	}
	switch {
	case score >= 9:
		return "Critical"
	case score >= 7:
		return "High"
	case score >= 4 || d.Severity == diag.Error:
		return "Medium"
	case d.Severity == diag.Warning:
		return "Low"
	}
	return "Info"
}

// firstCharacters returns at most n characters of a text.
func firstCharacters(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	if !utf8.ValidString(text) {
		return Visible(text)
	}
	return text
}
