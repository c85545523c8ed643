package redact

import (
	"encoding/json"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// A password may hold a backslash and an "n". A literal of JSON writes the backslash twice,
// one of a shell or of SQL, a cell of CSV and an attribute once; and then the reading with
// escapes sees a line end, which ends a bare value. What wrote a line nobody says. So where
// an escape is in doubt, what either reading hides is hidden.

// asItStands returns the secrets of the literal at span of text if nothing is escaped in it.
func (l *looker) asItStands(text string, span source.Span, depth int) []region {
	plain := piece.Verbatim(piece.Literal, text, unescaped(text, span))
	if l.budget -= len(plain.Text); l.budget < 0 || !mayHide(plain.Text) {
		return nil
	}
	return l.throughPiece(plain, true, depth)
}

// doubt says which escapes of a text are in doubt: all but those in an object of JSON.
type doubt struct {
	text   string
	object source.Span // the first object
	known  bool        // object is looked for
}

// of reports whether it is in doubt that something is escaped in a piece that holds these
// regions, and makes a difference.
func (d *doubt) of(p *piece.Piece, regions []region) bool {
	first := -1
	if len(regions) > 0 && len(regions[0].secrets) > 0 {
		first = regions[0].secrets[0].Start
	}
	otherwise := false
	for run := range p.Map.Runs() {
		switch {
		case run.Exact || run.Text.Empty() || isWordByte(p.Text, run.Text.Start):
		case d.joinsSecret(p, run, first):
			return false
		case !escapesMark(run.File.Slice(d.text), p.Text[run.Text.Start]):
			otherwise = true
		}
	}
	return otherwise && !d.isCertain(p.Span())
}

// joinsSecret reports whether an escape of a piece writes the equals sign between a keyword and
// the first secret, or a mask, which shows that there are escapes.
func (d *doubt) joinsSecret(p *piece.Piece, escape piece.Run, first int) bool {
	at := escape.Text.Start
	if p.Text[at] != '=' || at == 0 || p.Text[at-1] == '=' {
		return false
	}
	return escape.File.End == first || strings.HasPrefix(p.Text[at+1:], Mask)
}

// escapesMark reports whether written is the escape of a mark in whose place that could not
// stand as it is. It means what it writes: no text without escapes goes on there.
func escapesMark(written string, mark byte) bool {
	if written[0] == '&' {
		return strings.IndexByte("\"'<>&", mark) >= 0
	}
	return mark != '\\' && written[len(written)-1] == mark
}

// unescaped returns how far a literal of text goes, of which span is that with escapes, if
// there are none: up to the first of its own quotation marks, without the backslashes before it.
func unescaped(text string, span source.Span) source.Span {
	if span.Start == 0 || strings.IndexByte("\"'", text[span.Start-1]) < 0 {
		return span
	}
	if before, _, found := strings.Cut(span.Slice(text), text[span.Start-1:span.Start]); found {
		span.End = span.Start + len(strings.TrimRight(before, `\`))
	}
	return span
}

// isCertain reports whether span is amid the first object of JSON of the text.
func (d *doubt) isCertain(span source.Span) bool {
	if !d.known {
		d.known = true
		d.object = firstObject(d.text)
	}
	return d.object.Start < span.Start && d.object.Covers(span)
}

// firstObject returns the object of JSON that the first brace of a text begins, or nothing.
// The cost is one pass.
func firstObject(text string) source.Span {
	start := strings.IndexByte(text, '{')
	if start < 0 {
		return source.Span{}
	}
	var object json.RawMessage
	d := json.NewDecoder(strings.NewReader(text[start:]))
	if d.Decode(&object) != nil {
		return source.Span{}
	}
	return source.Span{Start: start, End: start + len(object)}
}
