package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"

	"kustoconn/diag"
)

// The structs are the part of JUnit's XML that Jenkins, GitLab, Azure Pipelines and
// CircleCI read: a suite of one case a finding, which failed.
//
// Source: the schema of Jenkins' xunit plugin, junit-10.xsd.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"` // 0: the schema demands the attribute
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitFailure `xml:"failure"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeJUnit writes a suite a file. Informations are passed cases, and so is a run
// without findings, for readers refuse a report of no cases.
func writeJUnit(w io.Writer, findings []located, _ Options) error {
	report := junitSuites{Name: "kustoconn"}
	suites := map[string]int{}
	for i := range findings {
		f := &findings[i]
		d := &f.Diagnostic
		path := Visible(filepath.ToSlash(f.File.Path))
		at, ok := suites[path]
		if !ok {
			at = len(report.Suites)
			suites[path] = at
			report.Suites = append(report.Suites, junitSuite{Name: path})
		}
		c := junitCase{Class: path, Name: fmt.Sprintf("%s %s at %d:%d", d.Code, d.Rule, f.start.Line, f.start.UTF16)}
		s := &report.Suites[at]
		if severity := d.Severity.String(); d.Severity != diag.Information {
			text := f.position() + ": " + severity + ": " + f.gitLabMessage()
			if d.Help != "" {
				text += "\nhelp: " + Visible(d.Help)
			}
			c.Failure = &junitFailure{f.gitLabMessage(), severity, text}
			s.Failures++
			report.Failures++
		}
		s.Tests++
		report.Tests++
		s.Cases = append(s.Cases, c)
	}
	if len(findings) == 0 {
		report.Tests = 1
		report.Suites = []junitSuite{{Name: "kustoconn", Tests: 1, Cases: []junitCase{{Class: "kustoconn", Name: "no findings"}}}}
	}
	text, err := xml.MarshalIndent(report, "", "  ")
	if err == nil {
		_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	}
	return err
}
