package lint

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/data/tools"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/settings"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// lintSettings judges the settings that amount to a string. Pieces that hold a
// string of their own are none.
func (l *linter) lintSettings(f *File) {
	pieces := f.unusedPieces()
	if parts := settings.Texts(pieces); len(parts) > 0 {
		for _, part := range parts {
			f.addPiece(part, l.Placeholders)
		}
		pieces = f.unusedPieces()
	}
	for _, s := range settings.Find(f.Text(), pieces) {
		b := bindText(s.Text)
		view := redact.Of(b.Bound)
		found := String{Kind: Settings, Masked: view.Text(), held: hold(place{text: s.Text})}
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
		for _, d := range l.judgeSettings(f, &s, b) {
			f.Findings = append(f.Findings, f.locateSetting(d, &s, within))
		}
	}
}

// unusedPieces returns the pieces with their holes filled; one that holds a string is
// of no kind.
func (f *File) unusedPieces() []piece.Piece {
	pieces := make([]piece.Piece, len(f.pieces()))
	for i := range f.pieces() {
		pieces[i] = f.pieces()[i].Piece
		pieces[i].Text = f.pieces()[i].filled
		if f.pieces()[i].used {
			pieces[i].Kind = 0
		}
	}
	return pieces
}

// roleOf returns what the key of the endpoint is for; empty where there is none.
func roleOf(s *settings.Settings) endpoint.Kind {
	for _, part := range s.Parts {
		switch {
		case part.Property != schema.DataSource:
		case part.Ingest:
			return endpoint.KindIngest
		default:
			return endpoint.KindQuery
		}
	}
	return ""
}

// judgeSettings judges the string of settings. Where they sign in by what no string
// can say, nothing is said of how the string would. What
// a program sets may be set elsewhere in it, and so may what has no endpoint: nothing
// is missing there.
func (l *linter) judgeSettings(f *File, s *settings.Settings, b bound) diag.List {
	found := l.judge(b, Settings, roleOf(s))
	whole := slices.ContainsFunc(s.Parts, func(p settings.Part) bool { return p.Property == schema.DataSource }) &&
		!slices.ContainsFunc(s.Parts, func(p settings.Part) bool { return mayBeElsewhere(&f.pieces()[p.Piece]) })
	variables := slices.ContainsFunc(s.Parts, func(p settings.Part) bool { return isVariable(&f.pieces()[p.Piece]) })
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		if variables && d.Code == rule.IgnoredCredential {
			return true // a program may look up one of them here and one there
		}
		return s.IsMapping() && !isSecretRule(d.Code) || !s.InString() && rule.Get(d.Code).Area() == "authentication" || !whole && isAbsence(d.Code)
	})
	return found
}

// mayBeElsewhere reports whether a setting is one of a program, or bears the name of a
// constant: the settings beside it may come from variables of any name.
func mayBeElsewhere(p *filePiece) bool { return p.Kind == piece.Literal || isConstantName(p.Key) }

func isConstantName(name string) bool {
	return name == strings.ToUpper(name) && name != strings.ToLower(name)
}

// isVariable reports whether a setting is a variable of the environment, by where it stands
// or by its name.
func isVariable(p *filePiece) bool {
	parent, name := piece.SplitKey(p.Key)
	_, holder := piece.SplitKey(parent)
	return p.Kind == piece.Value && (isConstantName(name) || holder == "env" || holder == "environment" || holder == "variables")
}

// isOwnKeyword reports whether a diagnostic is about a keyword that is unknown to the
// clients and known to the tool that keeps the string at the piece's key.
func isOwnKeyword(p *filePiece, d *diag.Diagnostic, b bound) bool {
	if p.Key == "" || d.Code != rule.UnknownKeyword && d.Code != rule.SemicolonTruncated {
		return false
	}
	i := b.Tree.SegmentAt(d.Span.End)
	if i < 0 {
		return false
	}
	segment := &b.Tree.Segments[i]
	return within(d.Span, segment.Span()) && tools.OwnKeyword(p.Key, segment.Keyword())
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
