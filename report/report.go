// Package report prints findings: for people, as text with excerpts, and for
// tools, as JSON, SARIF or GitHub workflow commands; or as a page of HTML.
//
// It is the last in the flow: it judges nothing and knows no parser. Of a file it
// prints positions, of a string the excerpt that package redact made of it, and
// nothing else; what could steer a terminal is made visible. Messages, help and edits are free of
// secrets by the contract of package diag and are printed as they are.
//
// All formats count alike: lines and columns from 1, columns in UTF-16 code
// units, the end exclusive.
package report

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/source"
)

// File is a text that findings are about. It is made by NewFile, and nothing of the
// text is printed.
type File struct {
	Path   string // relative to where the command runs, or what stands for it: "standard input"
	IsFile bool   // Path names a file that tools can open

	text func() string // in a closure, which nothing prints
	// index is that of the text; nil to have it made where it is needed.
	index *source.Index
}

// NewFile returns the file of that text, in UTF-8, of which positions are counted.
// index is the text's, or nil to have it made by Write.
func NewFile(path, text string, index *source.Index) *File {
	return &File{Path: path, text: func() string { return text }, index: index}
}

func (f *File) page() *page {
	if f.text == nil {
		return newPage("", f.index)
	}
	return newPage(f.text(), f.index)
}

// Finding is one diagnostic about a file.
type Finding struct {
	File       *File
	String     int             // which string of the file it is about, from 1; 0 for none
	Diagnostic diag.Diagnostic // spans are bytes of the file's text

	// Excerpt is what is shown of the string that the finding is about; nil where
	// there is none, so that the position alone is printed.
	Excerpt *redact.Excerpt
	// InString is Diagnostic with spans in bytes of that string; nil where they are
	// those of Diagnostic.
	InString *diag.Diagnostic
	// Fixed is the text as the edits leave it, on one line and masked by the
	// caller. Where it is empty the edits are described instead.
	Fixed string
	// Fingerprint stays the same while the finding moves about in its file;
	// it must not tell of a secret. It may be empty.
	Fingerprint string
	// Commit is where the finding stands in a history; nil for the files as they are.
	Commit *Commit
}

// Commit is the commit of a repository that brought a finding.
type Commit struct {
	ID         string    // hash, in hexadecimal digits
	AuthorDate time.Time // zero where it is not known
	Present    bool      // the last commit of what was read still has the finding
}

// date returns the author's date as RFC 3339 writes it; "" where it is not known.
func (c *Commit) date() string {
	if c.AuthorDate.IsZero() {
		return ""
	}
	return c.AuthorDate.Format(time.RFC3339)
}

// String returns "HASH of DATE, still present" or "HASH of DATE, gone since".
func (c *Commit) String() string {
	text := c.ID
	if date := c.date(); date != "" {
		text += " of " + date
	}
	if c.Present {
		return text + ", still present"
	}
	return text + ", gone since"
}

// Options says how a report is written. The zero Options is plain text.
type Options struct {
	Color   bool   // in text and concise: see Color
	Version string // of kustoconn, for SARIF; may be empty
	// Time is when the run ended, for reports that say so; zero for now.
	Time time.Time
	// Level is the least severity that is shown; zero for information. What
	// is left out is counted: see Select.
	Level diag.Severity

	// Left are findings that the caller has left out already: JSON counts them.
	Left Left

	total counts // of all findings, those left out included
}

// Write writes the findings that Select shows to w in the order given. The only errors are those
// of w and of an invalid format. A span outside its text is moved into it. The
// cost is linear in the findings and in the texts they are about.
func Write(w io.Writer, format Format, findings []Finding, opts Options) error {
	if format <= 0 || int(format) >= len(formats) {
		return fmt.Errorf("no report format %d", int(format))
	}
	out := bufio.NewWriter(w)
	opts.total = countAll(findings).plus(opts.Left)
	findings, left := Select(findings, opts.Level)
	opts.Left = opts.Left.Plus(left)
	if err := formats[format].write(out, locate(findings), opts); err != nil {
		return err
	}
	return out.Flush()
}

// located is a finding with what its place amounts to.
type located struct {
	*Finding
	page    *page // of the file
	excerpt *page // nil where there is none
	region
}

// local returns the diagnostic as one of the string.
func (f *located) local() *diag.Diagnostic {
	if f.InString != nil {
		return f.InString
	}
	return &f.Diagnostic
}

// region is a span in the terms of a reader.
type region struct{ start, end source.Position }

// locate computes the places of findings, preparing each file and excerpt once.
func locate(findings []Finding) []located {
	pages, excerpts := map[*File]*page{}, map[*redact.Excerpt]*page{}
	list := make([]located, len(findings))
	for i := range findings {
		f := &findings[i]
		p := pages[f.File]
		if p == nil {
			p = f.File.page()
			pages[f.File] = p
		}
		e := excerpts[f.Excerpt]
		if e == nil && f.Excerpt != nil {
			e = newPage(f.Excerpt.Text(), nil)
			excerpts[f.Excerpt] = e
		}
		list[i] = located{f, p, e, p.region(f.Diagnostic.Span)}
	}
	return list
}
