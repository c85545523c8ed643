package lsp

import (
	"fmt"
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/lint"
	"kustoconn/normalize"
	"kustoconn/source"
)

// The kinds of code actions.
const (
	quickFix = "quickfix"
	fixAll   = "source.fixAll"
	rewrite  = "refactor.rewrite"
)

// wants reports whether the client asks for actions of a kind: all where it names none,
// and those below the kinds it names.
func (p *documentParams) wants(kind string) bool {
	only := p.Context.Only
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool { return o == kind || strings.HasPrefix(kind, o+".") || o == "" })
}

// actions are the fixes of what is found at a range, a comment that has it ignored, and
// all safe fixes of the document.
func (s *server) actions(d *document, p *documentParams) any {
	actions := []codeAction{}
	found := d.findings()
	if p.wants(quickFix) {
		at, tried := d.lines.spanOf(p.Range), offers{}
		for _, f := range found.withFixes() {
			if span := f.Diagnostic.Span; span.Start <= at.End && at.Start <= span.End {
				actions = append(actions, s.fixes(d, f, &tried)...)
			}
		}
	}
	if edits, n := found.safeFixes(); n > 0 && (p.wants(fixAll) || p.wants(fixAll+"."+origin)) {
		actions = append(actions, codeAction{
			Title: fmt.Sprintf("Fix all that is safe to fix in connection strings (%d)", n), Kind: fixAll, Edit: s.edit(d, edits),
		})
	}
	if p.wants(rewrite) {
		actions = append(actions, s.canonical(d, p)...)
	}
	return actions
}

// canonical is the action that writes the first string of a range in canonical form. It is
// not offered for one that holds a secret, which would have to be sent, and where the
// file's reader would find something else in it.
func (s *server) canonical(d *document, p *documentParams) []codeAction {
	touched := d.findings().stringsIn(d.lines.spanOf(p.Range))
	if len(touched) == 0 || touched[0].Kind != lint.ConnectionString || touched[0].Masked != touched[0].Unescaped() {
		return nil
	}
	found := touched[0]
	tree, _ := grammar.Parse(found.Unescaped())
	canonical, ok := normalize.Canonical(bind.Bind(tree))
	if !ok || canonical == tree.Text() {
		return nil
	}
	edit, ok := found.Write(source.Span{End: len(tree.Text())}, canonical)
	if !ok {
		return nil
	}
	text, err := diag.Apply(d.text(), []diag.Edit{edit})
	if err != nil {
		return nil
	}
	after := d.lint(text).stringAt(found.Span.Start)
	if after == nil || after.Unescaped() != canonical {
		return nil
	}
	return []codeAction{{"Write in canonical form", rewrite, nil, false, s.edit(d, []diag.Edit{edit})}}
}

const (
	// maxIgnored is for how many findings of one request comments are offered that ignore
	// them: the document is linted with each that another does not share.
	maxIgnored = 8
	// maxLinted bounds the bytes that are linted for the comments of one request; the
	// first one is tried however long the document is.
	maxLinted = 2 << 20
)

// offers are the comments that were tried for one request: whether findings are ignored after
// the edit that writes one.
type offers struct {
	findings int
	ignore   map[diag.Edit]bool
}

// offer returns the edit that has a finding ignored; ok is false where there is none, and
// where enough were tried.
func (o *offers) offer(d *document, f *lint.Finding) (edit diag.Edit, ok bool) {
	if o.findings++; o.findings > maxIgnored {
		return edit, false
	}
	if edit, ok = d.ignore(f); !ok {
		return edit, false
	}
	ignored, tried := o.ignore[edit]
	if n := len(o.ignore); !tried && (n == 0 || (n+1)*len(d.text()) <= maxLinted) {
		if n == 0 {
			o.ignore = map[diag.Edit]bool{}
		}
		ignored = d.isIgnored(f, edit)
		o.ignore[edit] = ignored
	}
	return edit, ignored
}

// fixes are the actions for one finding.
func (s *server) fixes(d *document, f *lint.Finding, tried *offers) (actions []codeAction) {
	shown := []diagnostic{s.diagnostic(d.uri, d.lines, f)}
	if fixable, safe := f.Diagnostic.Fixable(); fixable {
		title := "Fix " + f.Diagnostic.Rule
		if !safe {
			title += " (unsafe: the string may mean something else)"
		}
		actions = append(actions, codeAction{title, quickFix, shown, safe, s.edit(d, f.Diagnostic.Edits)})
	}
	if edit, ok := tried.offer(d, f); ok {
		title := fmt.Sprintf("Ignore %s (%s) on this line, with a reason", f.Diagnostic.Code, f.Diagnostic.Rule)
		actions = append(actions, codeAction{title, quickFix, shown, false, s.edit(d, []diag.Edit{edit})})
	}
	return actions
}

// safeFixes are the edits of all safe fixes that do not touch each other. Package lint
// has seen that the file's reader finds the same strings after them.
func (f *findings) safeFixes() (edits []diag.Edit, n int) {
	var all diag.List
	for _, found := range f.withFixes() {
		all = append(all, found.Diagnostic)
	}
	return all.Fixes(false)
}

// edit is edits of a document for the client: with the version that they are of, where
// it takes that.
func (s *server) edit(d *document, edits []diag.Edit) *workspaceEdit {
	all := make([]textEdit, 0, len(edits))
	for _, e := range edits {
		all = append(all, textEdit{d.lines.span(e.Span), e.NewText})
	}
	if s.client.Workspace.WorkspaceEdit.DocumentChanges {
		return &workspaceEdit{DocumentChanges: []documentEdit{{documentID{d.uri, &d.version}, all}}}
	}
	return &workspaceEdit{Changes: map[string][]textEdit{d.uri: all}}
}

// ignore returns the edit that puts a comment before the line of a finding, for it to be
// suppressed; ok is false where there is no place for such a comment: the format has none, or
// the place is amid a literal, a command or a tag.
func (d *document) ignore(f *lint.Finding) (edit diag.Edit, ok bool) {
	comment, ok := commentOf(d.language, d.name)
	if !ok {
		return edit, false
	}
	found := d.findings()
	start := f.Diagnostic.Span.Start
	line := d.lines.index.Line(d.lines.index.LineOf(start))
	text := line.Slice(d.text())
	if f.String >= 0 && found.file.Strings[f.String].Kind != lint.Settings {
		start = found.file.Strings[f.String].Span.Start
		line = d.lines.index.Line(d.lines.index.LineOf(start))
		text = d.text()[line.Start:start]
	}
	if !comment.fits(d.text()[:line.Start], text) {
		return edit, false
	}
	indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	separator := " -- "
	if comment.after != "" {
		separator = ": "
	}
	edit = diag.Edit{
		Span:    source.At(line.Start),
		NewText: indent + comment.before + "kustoconn:ignore " + f.Diagnostic.Code.String() + separator + "the reason, to be written" + comment.after + d.lines.lineEnd(),
	}
	return edit, true
}

// isIgnored reports whether after the edit the finding's rule finds less, and no other
// rule more.
func (d *document) isIgnored(f *lint.Finding, edit diag.Edit) bool {
	text, err := diag.Apply(d.text(), []diag.Edit{edit})
	if err != nil {
		return false
	}
	before, after := d.findings(), d.lint(text)
	if len(after.file.Strings) != len(before.file.Strings) {
		return false
	}
	n := map[diag.Code]int{}
	for _, found := range after.file.Findings {
		n[found.Diagnostic.Code]++
	}
	for _, found := range before.file.Findings {
		n[found.Diagnostic.Code]--
	}
	for _, more := range n {
		if more > 0 {
			return false
		}
	}
	return n[f.Diagnostic.Code] < 0
}
