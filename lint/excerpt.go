package lint

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/around"
	"kustoconn/lint/internal/settings"
	"kustoconn/redact"
	"kustoconn/source"
)

// What reports show of a file are the strings found in it, and nothing else: no
// line, and nothing that stands beside a string. Package redact says what of a
// string is secret, package around how far it certainly goes; here they are asked.

// excerpt returns what reports show of the string at span of p. secrets are those
// of the string alone, first what may be part of a secret before it.
func excerpt(p *filePiece, span source.Span, b bound, first source.Span, secrets []source.Span) *redact.Excerpt {
	text := span.Slice(p.Text)
	hidden := withHoles(append([]source.Span{first}, secrets...), p, span)
	if isWhole(p, span) {
		return redact.NewExcerpt(text, hidden)
	}
	certain, keywords := around.Certain(b.Bound)
	return redact.NewExcerptUpTo(text, hidden, certain, keywords)
}

// isWhole reports whether the string at span is all of a literal or value, whose
// end its reader saw.
func isWhole(p *filePiece, span source.Span) bool {
	return p.Back == piece.Closed && (p.Kind == piece.Literal || p.Kind == piece.Value) && strings.TrimSpace(p.filled[span.End:]) == ""
}

// withHoles adds the holes of the string at span whose text writes literals to
// the secrets of the string, in order: one of those may be a secret.
func withHoles(secrets []source.Span, p *filePiece, span source.Span) []source.Span {
	add := func(s source.Span) {
		secrets = append(secrets, source.Span{Start: max(0, s.Start-span.Start), End: min(s.End, span.End) - span.Start})
	}
	for _, h := range p.HolesNear(span) {
		if h.Overlaps(span) && writesLiteral(h.Slice(p.Text)) {
			add(h)
		}
	}
	for _, d := range p.defaults { // shown as strings of their own
		if d.Overlaps(span) {
			add(d)
		}
	}
	return redact.Union(secrets)
}

func writesLiteral(code string) bool { return strings.ContainsAny(code, "\"'`") }

// goesOn reports whether the string at span of p may go on behind its end, so that
// it must not be fixed. secrets are those of the string, in order.
func (f *File) goesOn(p *filePiece, span source.Span, secrets []source.Span) bool {
	if strings.TrimSpace(p.filled[span.End:]) == "" {
		span.End = len(p.filled)
		if p.Kind == piece.Comment || isWhole(p, span) {
			return false
		}
	}
	at := p.Map.Span(span).End
	found := span.Slice(p.filled)
	return around.GoesOn(found, secrets, f.Text()[at:f.lineEnd(at)]) ||
		around.EndsInSecret(found, secrets) && strings.TrimSpace(p.filled[span.End:]) != ""
}

// isCredentialValue reports whether the string at span of p is no string but the
// value of a credential.
func (f *File) isCredentialValue(p *filePiece, span source.Span, b bound) bool {
	return around.IsCredentialValue(b.Bound, p.Key, f.before(p.Map.Span(span).Start))
}

// startsInSecret returns the first segment of the string at span of p where it
// may be a part of a secret; empty where it is none.
func (f *File) startsInSecret(p *filePiece, span source.Span, b bound) source.Span {
	first, _ := around.StartsInSecret(b.Bound, p.filled[:span.Start], f.before(p.Map.Span(span).Start))
	return first
}

// before returns what stands before offset on its line.
func (f *File) before(offset int) string {
	return f.Text()[f.Index().Line(f.line(offset)).Start:offset]
}

func (f *File) lineEnd(offset int) int { return f.Index().Line(f.line(offset)).End }

// settingsExcerpt returns what reports show of settings, a line each: the key's name
// in the table of tools, and the value, masked. The function returned leads from a
// place in their string to one in the excerpt, which is the key where the value is
// not what is spoken of.
func settingsExcerpt(s *settings.Settings, view redact.View) (*redact.Excerpt, func(source.Span) source.Span) {
	var text strings.Builder
	keys, values := make([]source.Span, len(s.Parts)), make([]source.Span, len(s.Parts))
	for i, part := range s.Parts {
		keys[i] = source.Span{Start: text.Len(), End: text.Len() + len(part.Key)}
		text.WriteString(part.Key + "=")
		values[i].Start = text.Len()
		text.WriteString(view.Slice(part.Value))
		values[i].End = text.Len()
		text.WriteByte('\n')
	}
	shown := redact.NewExcerpt(text.String(), nil)
	return shown, func(span source.Span) source.Span {
		i := s.IndexAt(span.Start)
		value := s.Parts[i].Value
		if !value.Covers(span) || span.Empty() {
			return keys[i]
		}
		if view.Hides(value) {
			return values[i]
		}
		return span.Shift(values[i].Start - value.Start)
	}
}

// moved returns d with its spans led elsewhere by at, and without edits.
func moved(d diag.Diagnostic, at func(source.Span) source.Span) diag.Diagnostic {
	d.Span = at(d.Span)
	d.Related = slices.Clone(d.Related)
	for i := range d.Related {
		d.Related[i].Span = at(d.Related[i].Span)
	}
	d.Edits = nil
	return d
}
