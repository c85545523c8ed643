package lint

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/redact"
	"kustoconn/source"
)

// What must not be shown of a string, of what stands right before it and of what
// stands behind it. Package redact decides; here its answers are put in the file.

// hideString hides what is secret of the string at span of p, and what may be
// of a secret before and behind it. It returns the string's text, masked, and
// whether the string is all there: what may start before it or go on behind it
// must not be fixed. secrets are those of the string alone.
func (f *File) hideString(p *filePiece, span source.Span, b bound, secrets []source.Span) (shown string, whole bool) {
	first, guessed := f.startsInSecret(p, span, b)
	if guessed {
		secrets = append([]source.Span{first}, secrets...)
	}
	for _, s := range secrets {
		f.Hidden = append(f.Hidden, p.Map.Span(s.Shift(span.Start)))
	}
	f.hideHoles(p, span)
	f.hideOpen(p.Map.Span(span).End, b)
	goesOn := f.hideAfter(p, span, secrets)
	text := span.Slice(p.Text)
	shown = redact.Spans(text, source.Span{End: len(text)}, withHoles(secrets, p, span))
	return shown, !guessed && !goesOn
}

// hideHoles hides the code in the holes of a string that writes literals: one
// of those may be a secret.
func (f *File) hideHoles(p *filePiece, span source.Span) {
	for _, h := range p.Holes {
		if at := p.Map.Span(h); h.Overlaps(span) && writesLiteral(at.Slice(f.Text())) {
			f.Hidden = append(f.Hidden, at)
		}
	}
}

// withHoles adds the holes of the string at span whose text writes literals to
// the secrets of the string, in order.
func withHoles(secrets []source.Span, p *filePiece, span source.Span) []source.Span {
	all := slices.Clone(secrets)
	for _, h := range p.Holes {
		if h.Overlaps(span) && writesLiteral(h.Slice(p.Text)) {
			all = append(all, source.Span{Start: max(0, h.Start-span.Start), End: min(h.End, span.End) - span.Start})
		}
	}
	for _, d := range p.defaults { // shown as strings of their own
		if d.Overlaps(span) {
			all = append(all, source.Span{Start: max(0, d.Start-span.Start), End: min(d.End, span.End) - span.Start})
		}
	}
	return redact.Union(all)
}

func writesLiteral(code string) bool { return strings.ContainsAny(code, "\"'`") }

// hideAfter hides what is behind the string at span of p where that may still be
// a secret, to the end of the line or, where the string ends in one, of the
// piece. It reports whether there is such a rest; what may go on must not be
// fixed.
func (f *File) hideAfter(p *filePiece, span source.Span, secrets []source.Span) bool {
	whole := false // its reader saw it end
	if strings.TrimSpace(p.filled[span.End:]) == "" {
		span.End = len(p.filled)
		whole = p.Kind == piece.Comment || p.Back == piece.Closed && (p.Kind == piece.Literal || p.Kind == piece.Value)
	}
	at := p.Map.Span(span).End
	end := f.lineEnd(at)
	found := span.Slice(p.filled)
	goesOn := redact.GoesOn(found, secrets, f.Text()[at:end])
	rest := source.Span{Start: span.End, End: len(p.filled)}
	if redact.EndsInSecret(found, secrets) && strings.TrimSpace(rest.Slice(p.filled)) != "" {
		goesOn = true
		end = max(end, p.Map.Span(rest).End)
	}
	if goesOn {
		f.Hidden = append(f.Hidden, source.Span{Start: at, End: end})
	}
	return goesOn && !whole
}

// hideOpen hides what is behind a string that ends at offset amid a quoted value.
func (f *File) hideOpen(offset int, b bound) {
	if n := redact.OpenValue(b.Bound, f.Text()[offset:]); n > 0 {
		f.Hidden = append(f.Hidden, source.Span{Start: offset, End: offset + n})
	}
}

// isCredentialValue reports whether the string at span of p is no string but the
// value of a credential.
func (f *File) isCredentialValue(p *filePiece, span source.Span, b bound) bool {
	return redact.IsCredentialValue(b.Bound, p.Key, f.before(p.Map.Span(span).Start))
}

// startsInSecret returns the first segment of the string at span of p where it
// may be a part of a secret. Then it hides the statement before the string, too.
func (f *File) startsInSecret(p *filePiece, span source.Span, b bound) (first source.Span, ok bool) {
	at := p.Map.Span(span).Start
	inPiece, inLine := redact.Statement(p.filled[:span.Start]), redact.Statement(f.before(at))
	if first, ok = redact.StartsInSecret(b.Bound, inPiece, inLine); ok {
		start := min(at-len(inLine), p.Map.Span(source.Span{Start: span.Start - len(inPiece), End: span.Start}).Start)
		f.Hidden = append(f.Hidden, source.Span{Start: start, End: at})
	}
	return first, ok
}

// before returns what stands before offset on its line.
func (f *File) before(offset int) string {
	return f.Text()[f.Index().Line(f.line(offset)).Start:offset]
}

func (f *File) lineEnd(offset int) int { return f.Index().Line(f.line(offset)).End }
