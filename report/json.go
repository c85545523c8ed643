package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
)

// place is a region as the JSON formats write it.
type place struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

func (r region) place() place {
	return place{r.start.Line, r.start.UTF16, r.end.Line, r.end.UTF16}
}

// jsonFinding is a line of JSONL.
type jsonFinding struct {
	Path string `json:"path"`
	place
	Code     string `json:"code"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Help     string `json:"help"`
	// Commit is there in a history alone.
	Commit *jsonCommit `json:"commit,omitempty"`
}

type jsonCommit struct {
	ID         string `json:"id"`
	AuthorDate string `json:"authorDate,omitempty"` // RFC 3339
	Present    bool   `json:"present"`
}

func (c *Commit) json() *jsonCommit {
	if c == nil {
		return nil
	}
	return &jsonCommit{c.ID, c.date(), c.Present}
}

func (f *located) json() jsonFinding {
	d := &f.Diagnostic
	return jsonFinding{f.File.Path, f.place(), d.Code.String(), d.Rule, d.Severity.String(), d.Message, d.Help, f.Commit.json()}
}

// jsonReport is the one object of JSON.
type jsonReport struct {
	Findings []jsonDetail `json:"findings"`
	Summary  jsonSummary  `json:"summary"`
}

// jsonSummary counts all findings, and those among them that are not listed.
type jsonSummary struct {
	counts
	Hidden int `json:"hidden"`
}

type jsonDetail struct {
	jsonFinding
	Related     []jsonRelated `json:"related"`
	Edits       []jsonEdit    `json:"edits"`
	Fingerprint string        `json:"fingerprint,omitempty"`
}

type jsonRelated struct {
	place
	Message string `json:"message"`
}

type jsonEdit struct {
	place
	Text string `json:"text"`
	Safe bool   `json:"safe"`
}

// maxEdits is how many edits of a finding are listed: a broken generator's output
// can lack very many semicolons.
const maxEdits = 1000

func (f *located) detail() jsonDetail {
	detail := jsonDetail{jsonFinding: f.json(), Related: []jsonRelated{}, Edits: []jsonEdit{}, Fingerprint: f.Fingerprint}
	for _, r := range f.Diagnostic.Related {
		detail.Related = append(detail.Related, jsonRelated{f.page.region(r.Span).place(), r.Message})
	}
	if len(f.Diagnostic.Edits) > maxEdits {
		return detail // a part of them would be no fix
	}
	for _, e := range f.Diagnostic.Edits {
		detail.Edits = append(detail.Edits, jsonEdit{f.page.region(e.Span).place(), e.NewText, e.Safe})
	}
	return detail
}

func writeJSONL(w io.Writer, findings []located, _ Options) error {
	for i := range findings {
		if err := WriteJSON(w, findings[i].json(), ""); err != nil {
			return err
		}
	}
	return nil
}

func writeJSON(w io.Writer, findings []located, opts Options) error {
	hidden := opts.Left.Warnings + opts.Left.Information + opts.Left.More
	report := jsonReport{Findings: make([]jsonDetail, len(findings)), Summary: jsonSummary{opts.total, hidden}}
	for i := range findings {
		report.Findings[i] = findings[i].detail()
	}
	return WriteJSON(w, report, "  ")
}

// WriteJSON writes v as JSON, with a line end, and with everything that is not
// printable escaped, so that it can be looked at in a terminal. The errors are those
// of w and of json.Marshal.
func WriteJSON(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return err
	}
	text := b.Bytes()
	if isPrintableASCII(text) {
		_, err := w.Write(text)
		return err
	}
	done := 0
	for i, r := range b.String() {
		// Outside of strings, JSON is printable but for its line ends; inside
		// them the encoder has escaped those.
		if r < unicode.MaxASCII || unicode.IsPrint(r) {
			continue
		}
		if _, err := w.Write(text[done:i]); err != nil {
			return err
		}
		done = i + len(string(r))
		if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
			fmt.Fprintf(w, `\u%04x\u%04x`, high, low)
		} else {
			fmt.Fprintf(w, `\u%04x`, r)
		}
	}
	_, err := w.Write(text[done:])
	return err
}

// isPrintableASCII reports whether text is that but for line ends, as nearly all is.
func isPrintableASCII(text []byte) bool {
	for _, c := range text {
		if c >= unicode.MaxASCII {
			return false
		}
	}
	return true
}
