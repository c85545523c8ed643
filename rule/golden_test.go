package rule_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/golden"
	"kustoconn/lint"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/sdk"
	"kustoconn/validate"
)

const goldenDir = "../testdata/rules"

// TestGoldenReports compares what is reported of each rule's bad example, and
// of the further texts that make it say something else, with its file in
// testdata/rules.
func TestGoldenReports(t *testing.T) {
	left := map[string]bool{}
	files, err := os.ReadDir(goldenDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		left[f.Name()] = true
	}
	for _, r := range rule.All() {
		name := r.Code.String() + ".txt"
		delete(left, name)
		got, ok := goldenReport(t, r)
		if !ok {
			continue
		}
		path := filepath.Join(goldenDir, name)
		golden.Compare(t, path, got)
		for _, secret := range []string{"invented", "s3cr3t", "eyJ"} {
			if strings.Contains(got, secret) {
				t.Errorf("%s shows %q, which is a part of a secret", name, secret)
			}
		}
	}
	for name := range left {
		t.Errorf("%s is of no rule", name)
	}
}

// tooLong returns what is said of a text of 4 GiB; nil where the system has no
// such text to give.
var tooLong func(testing.TB) diag.List

// goldenReport returns the reports of r. ok is false where they can't be made
// on this system, or would take a second of a short run.
func goldenReport(t *testing.T, r *rule.Rule) (text string, ok bool) {
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s\n", r.Code, r.Name)
	if r.Code == rule.TextTooLong {
		if tooLong == nil || testing.Short() {
			return "", false
		}
		findings := judged{file: &report.File{Path: "text"}}
		findings.add(r.Code, tooLong(t))
		findings.write(t, &out)
		return out.String(), true
	}
	for _, e := range examples(r) {
		judge := judgeText
		if r.InFiles {
			judge = judgeFile
		}
		found := judge(t, r, e)
		if len(found.findings) == 0 {
			t.Errorf("%s is silent about %q", r.Code, e.text)
		}
		found.write(t, &out)
	}
	return out.String(), true
}

// judged is what one rule says of one text.
type judged struct {
	file     *report.File
	excerpt  *redact.Excerpt
	inString *diag.Diagnostic
	before   string // the text, masked
	findings []report.Finding
	fixed    func([]diag.Edit) (string, error) // the text as edits leave it, masked
}

// add takes over the findings of the rule.
func (j *judged) add(code diag.Code, found diag.List) {
	for _, d := range found {
		if d.Code == code {
			j.findings = append(j.findings, report.Finding{File: j.file, Diagnostic: d, Excerpt: j.excerpt, InString: j.inString})
		}
	}
}

// write writes the findings as text, and each fix as a difference.
func (j *judged) write(t *testing.T, out *strings.Builder) {
	for _, f := range j.findings {
		var text bytes.Buffer
		if err := report.Write(&text, report.Text, []report.Finding{f}, report.Options{}); err != nil {
			t.Fatal(err)
		}
		finding, _, _ := strings.Cut(text.String(), "\n\n") // leaves out the summary
		fmt.Fprintf(out, "\n%s\n", finding)
		for _, related := range f.Diagnostic.Related {
			fmt.Fprintf(out, "  see %v: %s\n", related.Span, related.Message)
		}
		if len(f.Diagnostic.Edits) == 0 {
			continue
		}
		after, err := j.fixed(f.Diagnostic.Edits)
		if err != nil {
			t.Errorf("%v: %v", f.Diagnostic, err)
		}
		fmt.Fprintf(out, "- %s\n+ %s\n", report.Visible(j.before), report.Visible(after))
	}
}

// judgeText asks the engine and, of the rules on portability, every client.
func judgeText(t *testing.T, r *rule.Rule, e example) judged {
	v, err := validate.New(validate.Options{Login: e.login, For: e.role})
	if err != nil {
		t.Fatal(err)
	}
	tree, syntax := grammar.Parse(e.text)
	bound := bind.Bind(tree)
	view := redact.Of(bound)
	file := report.NewFile("text", e.text, nil)
	j := judged{file: file, excerpt: redact.NewExcerpt(e.text, view.Hidden()), before: view.Text(), fixed: view.Edited}
	if r.Area() == "portability" {
		j.add(r.Code, sdk.Portability(bound, sdk.Clients()))
	} else {
		j.add(r.Code, v.Check(bound, syntax))
	}
	return j
}

// judgeFile lints the text as a file.
func judgeFile(t *testing.T, r *rule.Rule, e example) judged {
	name := "kusto.sh"
	switch {
	case strings.HasPrefix(e.text, "{"):
		name = "appsettings.json"
	case strings.HasPrefix(e.text, "<"):
		name = "kusto.xml"
	case r.Code == rule.SecretInCode:
		name = "kusto.py"
	}
	f, err := lint.Text(name, e.text, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	file := report.NewFile(name, e.text, f.Index())
	j := judged{file: file}
	for _, found := range f.Findings {
		j.excerpt, j.inString = nil, found.InString
		if found.String >= 0 {
			j.excerpt = f.Strings[found.String].Excerpt
		}
		j.add(r.Code, diag.List{found.Diagnostic})
	}
	return j
}
