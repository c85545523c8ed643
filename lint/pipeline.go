package lint

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/internal/growing"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/format"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/source"
)

// filePiece is one piece of a file, with what is made of it.
type filePiece struct {
	piece.Piece
	filled string // the text with each hole written as placeholders of its length
	used   bool   // a string was found in it
	// defaults are the parts of the text that are strings of their own: what
	// placeholders give for the case that nothing is filled in.
	defaults  []source.Span
	isDefault bool // the piece is such a part of another one
}

// lintText finds and judges the strings of one file.
func (l *linter) lintText(path, text string) *File {
	if !mayHold(text) { // of a run, one that a fix has changed, or of another encoding than UTF-8
		return newFile(path, text)
	}
	return l.readText(path, text)
}

// readText is lintText of a text that may hold something.
func (l *linter) readText(path, text string) *File {
	name, read := format.ReaderFor(path, text)
	content := read(text)
	f := newFile(path, text)
	c := f.opened()
	c.format, c.own = name, l.Placeholders
	c.pieces, c.notes = make([]filePiece, 0, len(content.Pieces)), len(content.Notes)
	for _, p := range content.Pieces {
		f.addPiece(p, l.Placeholders)
	}
	c.read = len(c.pieces)
	if format.Promised(path) {
		for _, note := range content.Notes {
			l.report(f, rule.New(rule.UnreadableFile, note.Span, note.Message))
		}
	}
	directives := takeDirectives(f, name)
	ofLists := f.elementsOfStrings()
	for i := range f.pieces() {
		part := f.isPart(i)
		l.lintPiece(f, i, ofLists[i] || part)
		f.follow(i, part)
	}
	c.bindMemory = bindMemory{} // the File may be kept
	l.lintSettings(f)
	l.lintCalls(f)
	l.suppress(f, directives)
	l.applyBaseline(f)
	f.sortFindings()
	if !l.DeferFixes {
		f.keepFixesThatRead()
	}
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
// list of the parts of one, or such a part.
func (l *linter) lintPiece(f *File, i int, element bool) {
	p := &f.pieces()[i]
	for _, m := range findStrings(p) {
		at := p.Map.Span(m.span)
		if n := len(f.Strings); n > 0 && !p.isDefault && f.Strings[n-1].Span.Overlaps(at) && !f.isInHole(at) {
			continue // read twice by two readers of one nested text
		}
		l.lintString(f, i, m)
	}
	if !p.used && isEndpoint(p) {
		l.lintString(f, i, match{source.Span{End: len(p.Text)}, ConnectionString})
	}
	if element && !p.used {
		l.lintString(f, i, match{source.Span{End: len(p.Text)}, Fragment})
	}
}

// lintString judges a string in piece i.
func (l *linter) lintString(f *File, i int, m match) {
	p := &f.pieces()[i]
	at := p.Map.Span(m.span)
	b := f.opened().bindText(m.span.Slice(p.filled))
	p.used, f.opened().last = true, i
	if f.isCredentialValue(p, m.span, b) || f.speaksOfKeywords(p, m.span, b) {
		return
	}
	view := redact.Of(b.Bound)
	first := f.startsInSecret(p, m.span, b)
	shown := excerpt(p, m.span, b, first, view.Hidden())
	whole := first.Empty() && !f.goesOn(p, m.span, view.Hidden())
	f.Strings = growing.Append(f.Strings, String{
		Kind: m.kind, Span: at, Masked: shown.Text(), Excerpt: shown, withKey: withKey(at, p),
		held: hold(place{m.span.Slice(p.Text), p, m.span}),
	})
	ends := f.endsOf(p, m.span, b)
	if m.kind == ConnectionString {
		f.opened().after = continuation{ends.back == piece.Joined && m.span.End == len(p.Text), f.nameOf(p, m.span)}
	}
	if f.isFollowed(i) && b.last.Kind == ast.Pair && b.last.Unset() {
		ends.back = piece.Joined
	}
	found := f.keep(l.judge(b, m.kind, l.roleOfArgument(p, m.span)), p, m.span, first, b, ends)
	f.LeftOut += l.leftOut(f, p, m, first, b, ends, found)
	for k := range found {
		d := &found[k]
		if !whole || !f.mayFix(p, m.span, d, b) || view.MayUncover(d.Edits) {
			d.Edits = nil
		}
		ends.safeAt(d, b, strings.TrimSpace(p.filled[:m.span.Start]) != "")
		f.demote(p, m.span, d, b)
		if d.Code == rule.UnknownKeyword && shown.Span(d.Span).Slice(shown.Text()) != d.Span.Slice(b.Tree.Text()) {
			d.Message, _, _ = strings.Cut(d.Message, " \"") // names no more than the excerpt shows
		}
		located := f.locate(d, i, m.span)
		if len(located.edits) > 0 && !l.DeferFixes && m.span.Len() <= maxFixedString && !holdsHole(p, m.span) && !shown.IsCut() {
			located.Fixed, _ = view.Edited(d.Edits) // a fix that does not apply is not shown
		}
		f.Findings = growing.Append(f.Findings, located)
	}
	for _, s := range l.filledSecrets(f, i, m.span, b) {
		f.Findings = append(f.Findings, f.locateArgument(s))
	}
}

// isInHole reports whether the bytes at span stand in a hole of the piece in which
// the last string was found: they are a string of the code there.
func (f *File) isInHole(span source.Span) bool {
	c := f.opened()
	p := &c.pieces[c.last]
	k := sort.Search(len(p.Holes), func(k int) bool { return p.Map.Span(p.Holes[k]).End >= span.End })
	return k < len(p.Holes) && p.Map.Span(p.Holes[k]).Start <= span.Start
}

// documents are the formats of texts for people.
var documents = map[string]bool{"markdown": true, "restructuredtext": true, "asciidoc": true, "html": true, "latex": true, "org": true}

// isProse reports whether p is written for people: in a document or a comment.
func (f *File) isProse(p *filePiece) bool {
	return documents[f.opened().format] || p.Kind == piece.Comment
}

// mayFix reports whether a fix may be offered: a name in the midst of a text is
// none that a URI should be made of, for it may belong to what stands before it.
func (f *File) mayFix(p *filePiece, span source.Span, d *diag.Diagnostic, b bound) bool {
	if p.Kind == piece.Plain && writesQuote(d) && (strings.Contains(span.Slice(p.Text), `\"`) || !f.isProse(p) && strings.HasPrefix(p.filled[span.End:], `"`)) {
		return false // a format that nobody knows escapes it there
	}
	if f.opened().format == "restructuredtext" && f.isInColumn(p.Map.Span(span)) {
		return false
	}
	before := strings.TrimRight(p.filled[:span.Start], " \t\r\n")
	prefix := b.Tree.Prefix()
	cut := strings.HasSuffix(f.before(p.Map.Span(span).Start), "/")
	return before == "" && !cut || prefix == nil || b.Endpoint.Form == endpoint.URI || !within(d.Span, prefix.Span())
}

// isInColumn reports whether the bytes at span stand in a table of reStructuredText, whose columns
// are as wide as the lines that draw it.
func (f *File) isInColumn(span source.Span) bool {
	const margin = 64 // the longest at either end of a line, in bytes
	before, behind := f.before(span.Start), f.Text()[span.End:f.lineEnd(span.End)]
	first, last := strings.TrimLeft(before[:min(len(before), margin)], " "), strings.TrimRight(behind[max(0, len(behind)-margin):], " ")
	return strings.HasPrefix(first, "|") && strings.HasSuffix(last, "|") || strings.HasPrefix(behind, "  ") ||
		first != "" && strings.HasSuffix(before, "  ")
}

func writesQuote(d *diag.Diagnostic) bool {
	return slices.ContainsFunc(d.Edits, func(e diag.Edit) bool { return strings.ContainsAny(e.NewText, "\"'") })
}

// withKey extends the span of a string in p to the key that holds it, unless that is as
// far as the name of a table's column may be.
func withKey(at source.Span, p *filePiece) source.Span {
	const farthest = 1 << 10 // bytes
	if !p.KeySpan.Empty() && p.KeySpan.Start < at.Start && at.Start-p.KeySpan.End <= farthest {
		at.Start = p.KeySpan.Start
	}
	return at
}

// bound is a bound string with its syntax errors, and what each finding of it is
// held against.
type bound struct {
	*bind.Bound
	syntax      diag.List
	first, last *ast.Segment   // that are not empty
	open        []*ast.Segment // that may stand for any pairs, in order
}

func bindText(text string) bound { return new(bindMemory).bindText(text) }

// bindMemory is what binding a string takes, which serves one string after another.
type bindMemory struct {
	tree  ast.ConnectionString
	bound bind.Bound
}

// bindText binds a text, up to the next one.
func (m *bindMemory) bindText(text string) bound {
	syntax := grammar.ParseInto(&m.tree, text)
	m.bound = bind.Bound{}
	bind.BindInto(&m.bound, &m.tree)
	return bound{&m.bound, syntax, firstSegment(&m.tree), lastSegment(&m.tree), openSegments(&m.tree)}
}

// maxFixedString is the longest string that is shown as a fix leaves it, in bytes: each
// fix of a string writes and reads the whole of it.
const maxFixedString = 8 << 10

// locate turns a diagnostic about the string at span of piece i, which it keeps, into a
// finding in the file.
func (f *File) locate(d *diag.Diagnostic, i int, span source.Span) Finding {
	p := &f.pieces()[i]
	inFile := func(s source.Span) source.Span { return p.Map.Span(s.Shift(span.Start)) }
	finding := Finding{Diagnostic: *d, InString: d, String: len(f.Strings) - 1}
	finding.Diagnostic.Span = inFile(d.Span)
	finding.Diagnostic.Related = nil
	for _, r := range d.Related {
		finding.Diagnostic.Related = append(finding.Diagnostic.Related, diag.Related{Span: inFile(r.Span), Message: r.Message})
	}
	finding.Diagnostic.Edits = nil
	edits, shown := d.Edits, &finding.Diagnostic.Edits
	if p.Replace != nil { // what is written then may hold a secret of the string
		edits, shown = joined(span.Slice(p.Text), edits), &finding.unshown
	}
	for _, e := range edits {
		edit := pieceEdit{i, diag.Edit{Span: e.Span.Shift(span.Start), NewText: e.NewText, Safe: e.Safe}}
		mapped, ok := edit.inFile(p)
		if !ok {
			finding.edits, *shown = nil, nil
			return finding
		}
		finding.edits = append(finding.edits, edit)
		*shown = append(*shown, mapped)
	}
	return finding
}
