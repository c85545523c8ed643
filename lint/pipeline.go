package lint

import (
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
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
}

// lintText finds and judges the strings of one file.
func (l *linter) lintText(path, text string) *File {
	_, read := format.ReaderFor(path, text)
	content := read(text)
	f := newFile(path, text)
	f.pieces, f.notes = make([]piece, len(content.Pieces)), len(content.Notes)
	for i, p := range content.Pieces {
		f.pieces[i] = piece{Piece: p, filled: wildText(p.Text, p.Holes)}
	}
	for _, note := range content.Notes {
		l.report(f, rule.New(rule.UnreadableFile, note.Span, note.Message))
	}
	directives := takeDirectives(f)
	ofLists := f.elementsOfStrings()
	for i := range f.pieces {
		l.lintPiece(f, i, ofLists[i])
	}
	l.lintSettings(f)
	l.suppress(f, directives)
	l.applyBaseline(f)
	f.sortFindings()
	f.keepFixesThatRead()
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

// lintPiece judges the strings in piece i; element says that it is an element of a
// list of the parts of one.
func (l *linter) lintPiece(f *File, i int, element bool) {
	p := &f.pieces[i]
	for _, m := range findStrings(p) {
		if n := len(f.Strings); n > 0 && f.Strings[n-1].Span.Overlaps(p.Map.Span(m.span)) {
			continue // read twice by two readers of one nested text
		}
		l.lintString(f, i, m)
	}
	if element && !p.used {
		l.lintString(f, i, match{source.Span{End: len(p.Text)}, Fragment})
	}
}

// lintString judges a string in piece i.
func (l *linter) lintString(f *File, i int, m match) {
	p := &f.pieces[i]
	at := p.Map.Span(m.span)
	b := bindText(m.span.Slice(p.filled))
	p.used = true
	if f.isCredentialValue(p, m.span, b) {
		f.Hidden = append(f.Hidden, at)
		return
	}
	view := redact.Of(b.Bound)
	shown, whole := f.hideString(p, m.span, b, view.Hidden())
	f.Strings = append(f.Strings, String{Kind: m.kind, Span: at, Masked: shown, text: m.span.Slice(p.Text), withKey: withKey(at, p)})
	beside := f.endsOf(p, m.span, b)
	for _, d := range l.judge(b, m.kind) {
		if beside.ofPart(&d, b) {
			continue
		}
		if !whole || !f.mayFix(p, m.span, &d, b) {
			d.Edits = nil
		}
		beside.safeAt(&d, b)
		f.Findings = append(f.Findings, f.locate(d, i, m.span, view))
	}
}

// mayFix reports whether a fix may be offered: a name in the midst of a text is
// none that a URI should be made of, for it may belong to what stands before it.
func (f *File) mayFix(p *piece, span source.Span, d *diag.Diagnostic, b bound) bool {
	if p.Kind == textpiece.Plain && strings.Contains(span.Slice(p.Text), `\"`) && writesQuote(d) {
		return false // a format that nobody knows escapes it there
	}
	before := strings.TrimRight(p.filled[:span.Start], " \t\r\n")
	prefix := b.Tree.Prefix()
	cut := strings.HasSuffix(f.before(p.Map.Span(span).Start), "/")
	return before == "" && !cut || prefix == nil || b.Endpoint.Form == endpoint.URI || !within(d.Span, prefix.Span())
}

func writesQuote(d *diag.Diagnostic) bool {
	return slices.ContainsFunc(d.Edits, func(e diag.Edit) bool { return strings.ContainsAny(e.NewText, "\"'") })
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
