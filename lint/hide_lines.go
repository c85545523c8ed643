package lint

import (
	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/source"
)

// A report shows the lines that a finding is on, and with them what stands
// beside the string. Here is hidden whatever may be secret there.

// hideNeighbours hides what looks like a credential on the lines with findings.
func (f *File) hideNeighbours() {
	shown := map[int]bool{}
	for i := range f.Findings {
		d := &f.Findings[i].Diagnostic
		f.addLines(shown, d.Span)
		f.hideUnknown(d)
		for _, r := range d.Related {
			f.addLines(shown, r.Span)
		}
	}
	if len(shown) > 0 {
		f.hideLines(shown)
	}
}

func (f *File) addLines(set map[int]bool, span source.Span) {
	for n, last := f.line(span.Start), f.line(span.End); n <= last; n++ {
		set[n] = true
	}
}

// hideUnknown hides what shares the line with a finding that is about no
// string, and of which nothing is known therefore: all of a line that could not
// be read, and what is before a comment.
func (f *File) hideUnknown(d *diag.Diagnostic) {
	line := f.Index().Line(f.line(d.Span.Start))
	switch d.Code {
	case rule.UnreadableFile:
		f.Hidden = append(f.Hidden, line)
	case rule.UnusedSuppression, rule.SuppressionWithoutReason:
		f.Hidden = append(f.Hidden, source.Span{Start: line.Start, End: d.Span.Start})
	}
}

// hideLines hides what looks like a credential on the given lines: the values of
// keys that name one, and what package redact finds beside the strings, which
// have hidden parts of their own.
func (f *File) hideLines(shown map[int]bool) {
	for i := range f.pieces() {
		p := &f.pieces()[i]
		at := p.Map.Span(source.Span{End: len(p.Text)})
		if p.used || p.Key == "" || !shown[f.line(at.Start)] && !shown[f.line(at.End)] {
			continue
		}
		if redact.NamesCredential(p.Key) {
			f.Hidden = append(f.Hidden, at)
		}
	}
	var found []source.Span
	for _, s := range f.Strings {
		if s.Kind != Settings {
			found = append(found, s.Span)
		}
	}
	f.Hidden = append(f.Hidden, redact.Neighbours(f.Text(), f.Index(), shown, found, f.Hidden)...)
}
