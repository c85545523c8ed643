package report

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"kustoconn/diag"
)

// The structs are the part of SARIF 2.1.0 that this package writes. No text of
// a file is among them: there are no snippets, contents or fixes.
//
// Source: OASIS SARIF 2.1.0 with errata 01, and "SARIF support for code
// scanning" of GitHub, which says what it reads and requires.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations,omitempty"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"` // never null, which means that nothing was looked for
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
		Properties   *sarifOrigin      `json:"properties,omitempty"`
	}
	sarifOrigin struct {
		Commit *jsonCommit `json:"commit"` // in a history
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   place         `json:"region"`
	}
	sarifArtifact struct {
		URI       string     `json:"uri"`
		URIBaseID string     `json:"uriBaseId,omitempty"`
		Name      *sarifText `json:"description,omitempty"`
	}
)

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	// fingerprintKey is our own: primaryLocationLineHash is GitHub's to fill.
	fingerprintKey = "kustoconn/v1"
)

func writeSARIF(w io.Writer, findings []located, opts Options) error {
	rules := newSARIFRules()
	kept := mostSevere(findings, maxResults)
	results := make([]sarifResult, len(kept))
	for i := range kept {
		results[i] = kept[i].sarif(rules)
	}
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{"kustoconn", opts.Version, rules.list}},
		Invocations: sarifLeftOut(len(kept), len(findings)),
		ColumnKind:  "utf16CodeUnits",
		Results:     results,
	}
	return WriteJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}, "  ")
}

func (f *located) sarif(rules *sarifRules) sarifResult {
	d := &f.Diagnostic
	text := plainMessage(d.Message)
	if d.Help != "" {
		text += "; " + plainMessage(d.Help)
	}
	r := sarifResult{
		RuleID: d.Code.String(), RuleIndex: rules.index(d), Level: sarifLevel(d.Severity),
		Locations: []sarifLocation{{Physical: f.physical(f.region)}},
	}
	for i, related := range d.Related {
		message := Visible(related.Message)
		r.Related = append(r.Related, sarifLocation{
			ID: i + 1, Physical: f.physical(f.page.region(related.Span)), Message: &sarifText{Text: message},
		})
		// GitHub shows a related location only where the message links to it.
		text += fmt.Sprintf("; see [%s](%d)", linkEscapes.Replace(message), i+1)
	}
	r.Message.Text = text
	if f.Fingerprint != "" {
		r.Fingerprints = map[string]string{fingerprintKey: f.Fingerprint}
	}
	if f.Commit != nil {
		r.Properties = &sarifOrigin{f.Commit.json()}
	}
	return r
}

func (f *located) physical(r region) sarifPhysical {
	return sarifPhysical{artifact(f.File), r.place()}
}

// artifact names the file: relative to the root of the sources where the path
// is relative, as a file URI where it is absolute.
func artifact(f *File) sarifArtifact {
	if !f.IsFile {
		return sarifArtifact{URI: escapePath(f.Path), Name: &sarifText{Text: Visible(f.Path)}}
	}
	path := filepath.ToSlash(filepath.Clean(f.Path))
	if filepath.IsAbs(f.Path) {
		return sarifArtifact{URI: "file:///" + escapePath(strings.TrimPrefix(path, "/"))}
	}
	return sarifArtifact{URI: escapePath(path), URIBaseID: "%SRCROOT%"}
}

// escapePath percent-encodes a path with forward slashes. A colon is encoded
// too, lest the first segment be read as a scheme.
func escapePath(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

// sarifLevel returns the level that SARIF has for the severity.
func sarifLevel(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	case diag.Information:
		return "note"
	}
	return "none"
}

var linkEscapes = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// plainMessage returns text as part of a message in which nothing of it is
// taken for a link, [text](target).
func plainMessage(text string) string {
	return strings.ReplaceAll(Visible(text), "](", `\](`)
}
