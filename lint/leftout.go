package lint

import (
	"slices"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/source"
)

// keep returns the diagnostics of a string in p that hold where it stands. first
// is a first segment that is a part of a secret: nothing is said of it.
func (f *File) keep(found diag.List, p *filePiece, span, first source.Span, b bound, e ends) diag.List {
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		switch {
		case d.Code == rule.MaskedSecret && f.isProse(p):
			return true // there a mask stands for a secret as other placeholders do
		case isAbsence(d.Code) && slices.ContainsFunc(p.defaults, span.Overlaps):
			return true // the default may give it
		case !first.Empty() && d.Span.Start < first.End:
			return true
		}
		return e.ofPart(&d, b) || isOwnKeyword(p, &d, b)
	})
}

// leftOut returns how many findings a string would have without the
// configuration that it has not with it: of rules that are switched off, of
// hosts that are trusted, of what is taken for a placeholder.
func (l *linter) leftOut(f *File, p *filePiece, m match, first source.Span, b bound, e ends, found diag.List) (n int) {
	if l.Unconfigured == nil {
		return 0
	}
	text := m.span.Slice(p.Text)
	if len(l.Placeholders.FindOwn(text)) > 0 {
		b = bindText(text)
	}
	plain := *l
	plain.Validator, plain.Checkers = l.Unconfigured, nil
	type place struct {
		code diag.Code
		span source.Span
	}
	has := make(map[place]bool, len(found))
	for i := range found {
		has[place{found[i].Code, found[i].Span}] = true
	}
	for _, d := range f.keep(plain.judge(b, m.kind, ""), p, m.span, first, b, e) {
		if !has[place{d.Code, d.Span}] {
			n++
		}
	}
	return n
}
