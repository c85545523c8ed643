package lint

import (
	"slices"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	textpiece "kustoconn/internal/piece"
	"kustoconn/lint/internal/format"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/source"
)

// piece is one piece of a file.
type piece struct {
	textpiece.Piece
	filled string // the text with each hole written as placeholders of its length
	used   bool   // a string was found in it
	// defaults are the parts of the text that are strings of their own: what
	// placeholders give for the case that nothing is filled in.
	defaults  []source.Span
	isDefault bool // the piece is such a part of another one
}

// lintText finds and judges the strings of one file.
func (l *linter) lintText(path, text string) *File {
	name, read := format.ReaderFor(path, text)
	content := read(text)
	f := newFile(path, text)
	f.isDocument = isDocument(name, path)
	f.pieces, f.notes = make([]piece, 0, len(content.Pieces)), len(content.Notes)
	for _, p := range content.Pieces {
		f.addPiece(p, l.Placeholders)
	}
	for _, note := range content.Notes {
		l.report(f, rule.New(rule.UnreadableFile, note.Span, note.Message))
	}
	directives := takeDirectives(f)
	for i := range f.pieces {
		l.lintPiece(f, i)
	}
	l.lintSettings(f)
	l.suppress(f, directives)
	l.applyBaseline(f)
	f.sortFindings()
	f.hideNeighbours()
	f.setFingerprints()
	return f
}

// report adds a finding about the file itself, at the severity configured.
func (l *linter) report(f *File, d diag.Diagnostic) {
	for _, d := range l.Validator.Configure(diag.List{d}) {
		f.Findings = append(f.Findings, Finding{Diagnostic: d, String: -1})
	}
}

// lintPiece judges the strings in piece i.
func (l *linter) lintPiece(f *File, i int) {
	p := &f.pieces[i]
	for _, m := range findStrings(p) {
		at := p.Map.Span(m.span)
		if n := len(f.Strings); n > 0 && !p.isDefault && f.Strings[n-1].Span.Overlaps(at) {
			continue // read twice by two readers of one nested text
		}
		b := bindText(m.span.Slice(p.filled))
		p.used = true
		if f.isCredentialValue(p, m.span, b) {
			f.Hidden = append(f.Hidden, at)
			continue
		}
		view := redact.Of(b.Bound)
		shown, whole := f.hideString(p, m.span, b, view.Hidden())
		f.Strings = append(f.Strings, String{Kind: m.kind, Span: at, Masked: shown, text: m.span.Slice(p.Text), withKey: withKey(at, p)})
		for _, d := range l.judge(b, m.kind) {
			switch {
			case d.Code == rule.MaskedSecret && (f.isDocument || p.Kind == textpiece.Comment):
				continue // there a mask is how one writes a secret
			case isAbsence(d.Code) && slices.ContainsFunc(p.defaults, m.span.Overlaps):
				continue // the default may give it
			}
			if !whole {
				d.Edits = nil
			}
			f.Findings = append(f.Findings, f.locate(d, i, m.span, view))
		}
	}
}

// withKey extends the span of a string in p to the key that holds it.
func withKey(at source.Span, p *piece) source.Span {
	if !p.KeySpan.Empty() && p.KeySpan.Start < at.Start {
		at.Start = p.KeySpan.Start
	}
	return at
}

// bound is a bound string with its syntax errors.
type bound struct {
	*bind.Bound
	syntax diag.List
}

func bindText(text string) bound {
	tree, syntax := grammar.Parse(text)
	return bound{bind.Bind(tree), syntax}
}

// locate turns a diagnostic about the string at span of piece i into a finding
// in the file.
func (f *File) locate(d diag.Diagnostic, i int, span source.Span, view redact.View) Finding {
	p := &f.pieces[i]
	inFile := func(s source.Span) source.Span { return p.Map.Span(s.Shift(span.Start)) }
	finding := Finding{Diagnostic: d, String: len(f.Strings) - 1}
	finding.Diagnostic.Span = inFile(d.Span)
	finding.Diagnostic.Related = nil
	for _, r := range d.Related {
		finding.Diagnostic.Related = append(finding.Diagnostic.Related, diag.Related{Span: inFile(r.Span), Message: r.Message})
	}
	finding.Diagnostic.Edits = nil
	for _, e := range d.Edits {
		edit := pieceEdit{i, diag.Edit{Span: e.Span.Shift(span.Start), NewText: e.NewText, Safe: e.Safe}}
		mapped, ok := edit.inFile(p)
		if !ok {
			finding.edits, finding.Diagnostic.Edits = nil, nil
			return finding
		}
		finding.edits = append(finding.edits, edit)
		finding.Diagnostic.Edits = append(finding.Diagnostic.Edits, mapped)
	}
	if len(d.Edits) > 0 && !holdsHole(p, span) {
		finding.Fixed, _ = view.Edited(d.Edits) // a fix that does not apply is not shown
	}
	return finding
}
