package lint

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/settings"
	"kustoconn/redact"
	"kustoconn/source"
)

// lintSettings judges the settings that amount to a string. Pieces that hold a
// string of their own are none.
func (l *linter) lintSettings(f *File) {
	pieces := make([]piece.Piece, len(f.pieces()))
	for i := range f.pieces() {
		pieces[i] = f.pieces()[i].Piece
		pieces[i].Text = f.pieces()[i].filled
		if f.pieces()[i].used {
			pieces[i].Kind = 0
		}
	}
	for _, s := range settings.Find(f.Text(), pieces) {
		b := bindText(s.Text)
		view := redact.Of(b.Bound)
		found := String{Kind: Settings, Masked: view.Text(), text: hold(s.Text)}
		var within func(source.Span) source.Span
		found.Excerpt, within = settingsExcerpt(&s, view)
		for i, part := range s.Parts {
			p := &f.pieces()[part.Piece]
			value := p.Map.Span(source.Span{End: len(p.Text)})
			at := f.keySpan(part.Piece)
			found.keys = append(found.keys, at)
			if i == 0 {
				found.Span = at
			}
			found.Span = source.Span{Start: min(found.Span.Start, at.Start), End: max(found.Span.End, at.End, value.End)}
		}
		f.Strings = append(f.Strings, found)
		var role endpoint.Kind
		if s.Ingest {
			role = endpoint.KindIngest
		}
		for _, d := range l.judge(b, Settings, role) {
			f.Findings = append(f.Findings, f.locateSetting(d, &s, within))
		}
	}
}

// locateSetting puts a diagnostic about settings at the key of the setting it
// is about. It has no fix: the string that would be fixed is not there.
func (f *File) locateSetting(d diag.Diagnostic, s *settings.Settings, within func(source.Span) source.Span) Finding {
	inString := moved(d, within)
	related := d.Related
	d.Span, d.Edits, d.Related = f.keySpan(s.PartAt(d.Span.Start).Piece), nil, nil
	for _, r := range related {
		d.Related = append(d.Related, diag.Related{Span: f.keySpan(s.PartAt(r.Span.Start).Piece), Message: r.Message})
	}
	return Finding{Diagnostic: d, InString: &inString, String: len(f.Strings) - 1}
}

// keySpan returns where the key of piece i stands: the last name of its path,
// or the value where the key's place is not known.
func (f *File) keySpan(i int) source.Span {
	p := &f.pieces()[i]
	if !p.KeySpan.Empty() {
		return p.KeySpan
	}
	return p.Map.Span(source.Span{End: len(p.Text)})
}
