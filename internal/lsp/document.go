package lsp

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"time"

	"kustoconn/lint"
	"kustoconn/source"
)

// document is one version of an open text, and what is found in it once that is asked.
type document struct {
	uri, name, language string
	dir                 string // whose configuration holds
	version             int
	lines               *lines
	judge               func(dir string) *Judging

	once  sync.Once
	found *findings
}

// findings are what lint finds in a document.
type findings struct {
	file    *lint.File
	shown   []*lint.Finding // of the level that is shown
	judging *Judging
	checked sync.Once
}

// withFixes are the findings that are shown, with the fixes that may be shown too: to see
// which these are takes most of the time that it takes to find what is wrong.
func (f *findings) withFixes() []*lint.Finding {
	f.checked.Do(f.file.CheckFixes)
	return f.shown
}

func (d *document) text() string { return d.lines.text }

// anew is the same version, to be judged again.
func (d *document) anew() *document {
	return &document{uri: d.uri, name: d.name, language: d.language, dir: d.dir, version: d.version, lines: d.lines, judge: d.judge}
}

// findings lints the document, once. A document that is not to be read, or that is no
// text to lint, has none.
func (d *document) findings() *findings {
	d.once.Do(func() {
		d.found = &findings{file: &lint.File{}} // what stays where linting fails
		d.found = d.lint(d.text())
	})
	return d.found
}

// lint lints a text as this document, as the command lints standard input.
func (d *document) lint(text string) *findings {
	judging := d.judge(d.dir)
	f := &findings{file: &lint.File{}, judging: judging}
	options := judging.Options
	options.DeferFixes = true
	options.Stdin, options.StdinName, options.Jobs = strings.NewReader(text), d.name, 1
	result, err := lint.Run(context.Background(), options)
	if err != nil || len(result.Files) != 1 {
		return f
	}
	f.file = result.Files[0]
	if f.file.Text() != text { // a byte order mark, which the client counts
		if f.file, err = lint.Text(d.name, text, options); err != nil {
			f.file = &lint.File{}
		}
	}
	level := judging.Level(d.name)
	for i := range f.file.Findings {
		if found := &f.file.Findings[i]; found.Diagnostic.Severity.AtLeast(level) {
			f.shown = append(f.shown, found)
		}
	}
	return f
}

// stringAt returns the string that the byte at offset stands in, or right behind; nil
// where there is none.
func (f *findings) stringAt(offset int) *lint.String {
	for i := range f.file.Strings {
		if s := &f.file.Strings[i]; s.Span.Start <= offset && offset <= s.Span.End {
			return s
		}
	}
	return nil
}

// stringsIn are the strings that touch a span.
func (f *findings) stringsIn(span source.Span) (all []*lint.String) {
	for i := range f.file.Strings {
		if s := &f.file.Strings[i]; s.Span.Start <= span.End && span.Start <= s.Span.End {
			all = append(all, s)
		}
	}
	return all
}

func (s *server) didOpen(ctx context.Context, raw json.RawMessage) {
	var p struct {
		Document struct {
			URI      string `json:"uri"`
			Language string `json:"languageId"`
			Version  int    `json:"version"`
			Text     string `json:"text"`
		} `json:"textDocument"`
	}
	if json.Unmarshal(raw, &p) != nil || p.Document.URI == "" {
		return
	}
	name := nameOf(p.Document.URI, p.Document.Language)
	s.mu.Lock()
	key := keyOf(p.Document.URI)
	published := s.published[key]
	delete(s.published, key)
	s.documents[key] = &document{
		uri: p.Document.URI, name: name, dir: s.folderOf(name), language: p.Document.Language, version: p.Document.Version,
		lines: newLines(p.Document.Text, s.unit), judge: s.judging(ctx),
	}
	s.mu.Unlock()
	if published && s.pulls() { // what was pushed of the file as it was closed
		s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{URI: uriOf(key), Diagnostics: []diagnostic{}})
	}
	s.publishSoon(ctx, key, 0)
}

// pause is how long after a change the text is judged, where none follows it: one that comes
// while a text is judged waits for that.
const pause = 2 * time.Millisecond

func (s *server) didChange(ctx context.Context, raw json.RawMessage) {
	var p struct {
		Document documentID      `json:"textDocument"`
		Changes  []contentChange `json:"contentChanges"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	s.mu.Lock()
	key := keyOf(p.Document.URI)
	d := s.documents[key]
	if d != nil {
		d = d.anew()
		d.lines = d.lines.changed(p.Changes)
		if p.Document.Version != nil {
			d.version = *p.Document.Version
		}
		s.documents[key] = d
	}
	s.mu.Unlock()
	if d != nil {
		s.publishSoon(ctx, key, pause)
	}
}

func (s *server) didClose(ctx context.Context, raw json.RawMessage) {
	var p documentParams
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	key := keyOf(p.Document.URI)
	s.mu.Lock()
	known := s.documents[key] != nil
	delete(s.documents, key)
	s.mu.Unlock()
	if !known || s.pulls() {
		return
	}
	s.background(func() {
		s.pushing.Lock()
		defer s.pushing.Unlock()
		if !s.isOpen(key) {
			s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{URI: p.Document.URI, Diagnostics: []diagnostic{}})
		}
	})
}

// didSave judges all anew where a configuration was saved, for clients that watch no
// files.
func (s *server) didSave(ctx context.Context, raw json.RawMessage) {
	s.changes.happened()
	var p documentParams
	if json.Unmarshal(raw, &p) == nil && isConfiguration(p.Document.URI) {
		s.didChangeFiles(ctx, nil)
	}
}
