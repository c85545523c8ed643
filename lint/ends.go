package lint

import (
	"slices"
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/source"
)

// ends are what stands before and behind a string in its file.
type ends struct{ front, back piece.End }

// endsOf returns the ends of the string at span of p: the piece's own where the
// string reaches them.
func (f *File) endsOf(p *filePiece, span source.Span, b bound) ends {
	e := ends{piece.Closed, piece.Closed}
	before, behind := p.filled[:span.Start], p.filled[span.End:]
	whole := p.Kind == piece.Literal || p.Kind == piece.Value
	switch {
	case strings.TrimSpace(before) == "":
		e.front = p.Front
	case endsInTemplate(before), endsHole(p, span.Start):
		e.front = piece.Joined
	case before == ".":
		e.front = piece.Joined // to the start of a host
	case whole:
		e.front = piece.Unknown // where it starts is a guess
	}
	switch {
	case strings.TrimSpace(behind) == "":
		if e.back = p.Back; p.Kind == piece.Value && endsInHoleValue(p) {
			e.back = piece.Unknown // a value of its own, which may hold more
		}
	case startsTemplate(behind), startsHole(p, span.End):
		e.back = piece.Joined
	case whole, isBlankOrWord(behind[0]):
		e.back = piece.Unknown // and so is where it ends
	}
	e = e.with(f.continued(f.nameOf(p, span))).with(ends{f.startInPlaceholder(b), endInPlaceholder(b.Tree.Text())})
	if b.last.Kind == ast.Pair && b.last.Unset() && f.opensTag(p.Map.Span(span).End) {
		e.back = piece.Joined // with what an element has: AppKey=<code>…
	}
	quoted := p.Kind == piece.Literal
	if (p.Kind == piece.Plain || p.Kind == piece.Comment) && isQuoted(before, behind) {
		// A literal of a language that nobody knows, or of code that was put out of use.
		quoted, e.front, e.back = true, max(e.front, piece.Unknown), max(e.back, piece.Unknown)
	}
	if p.Kind == piece.Value && b.last.Kind == ast.Pair && b.last.Unset() && isQuoted(before, behind) && isOperand(behind[1:]) {
		e.back = piece.Joined
	}
	if !quoted {
		return e
	}
	if startsAmid(span.Slice(p.filled)) {
		e.front = piece.Joined
	}
	if b.last.Kind == ast.Pair && b.last.Unset() {
		e.back = piece.Joined
	}
	return e
}

// opensTag reports whether the tag that opens an element stands at an offset of the file.
func (f *File) opensTag(at int) bool {
	rest := f.Text()[at:]
	return len(rest) > 1 && rest[0] == '<' && ascii.IsLetter(rest[1])
}

// startInPlaceholder says what a first segment that a program fills in makes of the
// start of a text: it may be a whole string, unless a default shows what it is. The angle brackets of documentation
// stand for what is written there.
func (f *File) startInPlaceholder(b bound) piece.End {
	text := strings.TrimSpace(b.first.Span().Slice(b.Tree.Text()))
	if _, filled := f.opened().own.BehindTemplate(text); !filled || !f.opened().own.Whole(text) || b.first == b.last || len(placeholder.Defaults(text)) > 0 {
		return piece.Closed
	}
	if text[0] == '<' && !strings.HasPrefix(text, "<%") && !strings.HasPrefix(text, "<#") {
		return piece.Closed
	}
	return piece.Joined
}

// endInPlaceholder says what a placeholder at the end of a text makes of it: one
// behind a value joins something, one that is the value may hold more.
func endInPlaceholder(text string) piece.End {
	text = strings.TrimRight(text, " ")
	found := placeholder.Find(text)
	if len(found) == 0 || found[len(found)-1].End != len(text) {
		return piece.Closed
	}
	if strings.HasSuffix(strings.TrimRight(text[:found[len(found)-1].Start], " "), "=") {
		return piece.Unknown
	}
	return piece.Joined
}

// isQuoted reports whether a text stands between two quotation marks on a line, the
// first of which is near.
func isQuoted(before, behind string) bool {
	const near = 1 << 10 // bytes
	before = before[max(0, len(before)-near):]
	return behind != "" && (behind[0] == '"' || behind[0] == '\'') &&
		strings.IndexByte(before[strings.LastIndexByte(before, '\n')+1:], behind[0]) >= 0
}

// isOperand reports whether rest, which follows a literal in the expression of a template,
// puts something behind it: + x, ~ x or, as an argument of a function, .x and $x.
func isOperand(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && strings.IndexByte("+~.$(", rest[0]) >= 0
}

// endsInHoleValue reports whether the text ends in a pair whose value is a hole.
func endsInHoleValue(p *filePiece) bool {
	if len(p.Holes) == 0 {
		return false
	}
	last := p.Holes[len(p.Holes)-1]
	return last.End == len(p.Text) && strings.HasSuffix(strings.TrimRight(p.Text[:last.Start], " "), "=")
}

func isBlankOrWord(c byte) bool { return c == ' ' || c == '\t' || literal.IsWordByte(c) }

// lastSegment returns the last segment that is not empty, or the first one.
func lastSegment(tree *ast.ConnectionString) *ast.Segment {
	last := len(tree.Segments) - 1
	for last > 0 && tree.Segments[last].Kind == ast.Empty {
		last--
	}
	return &tree.Segments[last]
}

func firstSegment(tree *ast.ConnectionString) *ast.Segment {
	for i := range tree.Segments {
		if tree.Segments[i].Kind != ast.Empty {
			return &tree.Segments[i]
		}
	}
	return &tree.Segments[0]
}

// startsAmid reports whether a text starts with what only follows something.
func startsAmid(text string) bool { return text != "" && strings.IndexByte(";=.", text[0]) >= 0 }

// Template engines write a block beside a text as it stands.
func endsInTemplate(text string) bool {
	for _, closing := range [...]string{"}}", "%}", "%>", "#>"} {
		if strings.HasSuffix(text, closing) {
			return true
		}
	}
	return false
}

func startsTemplate(text string) bool {
	for _, opening := range [...]string{"{{", "{%", "<%", "<#", "${", "$("} {
		if strings.HasPrefix(text, opening) {
			return true
		}
	}
	return false
}

func endsHole(p *filePiece, at int) bool {
	return slices.ContainsFunc(p.HolesNear(source.At(at)), func(h source.Span) bool { return h.End == at })
}

func startsHole(p *filePiece, at int) bool {
	return slices.ContainsFunc(p.HolesNear(source.At(at)), func(h source.Span) bool { return h.Start == at })
}

// isOfAbsence reports whether the rule speaks of what a string lacks, which
// something that is joined to it may bring.
func isOfAbsence(code diag.Code) bool {
	switch code {
	case rule.MissingProperty, rule.NoDataSource, rule.FederationOff, rule.InteractiveSignIn,
		rule.CertificateOptionWithoutCertificate:
		return true
	}
	return false
}

// ofPart reports whether what the rule says may be about a part of something
// only: what is missing, and what the segment beside a join is not yet. A secret is
// one, however it goes on.
func (e ends) ofPart(d *diag.Diagnostic, b bound) bool {
	if e.front != piece.Joined && e.back != piece.Joined || isSecretRule(d.Code) || d.Code == rule.Placeholder {
		return false
	}
	if isOfAbsence(d.Code) {
		return true
	}
	return e.back == piece.Joined && within(d.Span, b.last.Span()) && !endsWithEmpty(b.Tree) ||
		e.front == piece.Joined && within(d.Span, b.first.Span()) && b.Tree.Segments[0].Kind != ast.Empty
}

func endsWithEmpty(tree *ast.ConnectionString) bool {
	return tree.Segments[len(tree.Segments)-1].Kind == ast.Empty
}

func within(s, of source.Span) bool { return of.Start <= s.Start && s.End <= of.End }

// safeAt marks the fix of a diagnostic as unsafe where it could change what the
// string means together with what stands beside it. amid says that where the string starts is a guess.
func (e ends) safeAt(d *diag.Diagnostic, b bound, amid bool) {
	if _, safe := d.Fixable(); !safe || e.front == piece.Closed && e.back == piece.Closed && len(b.open) == 0 {
		return
	}
	if (e.front == piece.Closed || e.front == piece.Unknown && !amid && isBehindFirst(d, b)) && holdsWhateverFollows(d, b) {
		return
	}
	makeUnsafe(d, "the string may be a part of a longer one")
}

// makeUnsafe marks the fix of a diagnostic as unsafe, and says where it is.
func makeUnsafe(d *diag.Diagnostic, where string) {
	edits := slices.Clone(d.Edits)
	for i := range edits {
		edits[i].Safe = false
	}
	d.Edits = edits
	d.Help += "; the fix is unsafe here, where " + where
}

// isBehindFirst reports whether all that a fix is about stands behind the first segment, which alone may
// go on with a text in front of it.
func isBehindFirst(d *diag.Diagnostic, b bound) bool {
	end := b.first.Span().End
	return d.Span.Start > end && !slices.ContainsFunc(d.Edits, func(e diag.Edit) bool { return e.Span.Start < end }) &&
		!slices.ContainsFunc(d.Related, func(r diag.Related) bool { return r.Span.Start < end })
}

// holdsWhateverFollows reports whether a fix keeps the meaning of a string with
// any text behind it. That begins in the last segment, or in the first one that
// stands for any pairs, and may give every property another value.
func holdsWhateverFollows(d *diag.Diagnostic, b bound) bool {
	limit := b.last.Span().Start
	if endsWithEmpty(b.Tree) {
		limit = b.Tree.Segments[len(b.Tree.Segments)-1].Span().Start
	}
	if len(b.open) > 0 {
		limit = min(limit, b.open[0].Span().Start)
	}
	switch d.Code {
	case rule.DuplicateKeyword, rule.WhitespaceTrimmedFromSecret:
	default:
		return false
	}
	inFront := func(s source.Span) bool { return s.End < limit }
	for _, r := range d.Related {
		if !inFront(r.Span) {
			return false
		}
	}
	for _, edit := range d.Edits {
		if edit.Span.End > limit {
			return false
		}
	}
	return inFront(d.Span)
}
