package redact

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
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

// doubt says which escapes of a text are in doubt: all but those in objects of JSON.
type doubt struct {
	text    string
	objects []source.Span // the outermost ones, in order
	known   bool          // objects are looked for
}

// of reports whether it is in doubt that something is escaped in a piece that holds these
// regions, and makes a difference.
func (d *doubt) of(p *piece.Piece, regions []region) bool {
	first := source.At(-1)
	if len(regions) > 0 && len(regions[0].secrets) > 0 {
		first = regions[0].secrets[0]
	}
	if d.isQuoted(p, first) {
		return false
	}
	otherwise := false
	for run := range p.Map.Runs() {
		switch {
		case run.Exact || run.Text.Empty() || isWordByte(p.Text, run.Text.Start):
		case d.joinsSecret(p, run, first.Start):
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

// isQuoted reports whether the first secret of a piece, or a mask, stands behind an equals
// sign between quotation marks that only what has escapes writes so.
func (d *doubt) isQuoted(p *piece.Piece, secret source.Span) bool {
	span := p.Span()
	if secret.Start < 0 {
		n := strings.Index(span.Slice(d.text), Mask)
		if n < 0 {
			return false
		}
		secret = source.Span{Start: span.Start + n, End: span.Start + n + len(Mask)}
	}
	before := d.text[span.Start:max(span.Start, secret.Start)]
	mark := strings.TrimLeft(before[strings.LastIndexByte(before, '=')+1:], " ")
	inDouble := span.Start > 0 && d.text[span.Start-1] == '"'
	return len(mark) < len(before) && marksEscapes(mark, inDouble) && strings.HasPrefix(d.text[secret.End:], mark)
}

// marksEscapes reports whether mark is a quotation mark as no text without escapes holds it
// around a value: behind backslashes that are escaped themselves, or by number in a literal in
// double ones. A single backslash may be that of a literal inside of this one.
func marksEscapes(mark string, inDouble bool) bool {
	name := strings.TrimLeft(mark, `\`)
	switch n := len(mark) - len(name); name {
	case `"`, "'":
		return n > 0 && n%2 == 0
	case "x22", "x27", "u0022", "u0027":
		return n == 1 && inDouble
	}
	return false
}

// isCertain reports whether span is amid an object of JSON of the text.
func (d *doubt) isCertain(span source.Span) bool {
	if !d.known {
		d.known = true
		d.objects = objects(d.text)
	}
	n, _ := slices.BinarySearchFunc(d.objects, span.Start, func(o source.Span, at int) int { return cmp.Compare(o.End, at) })
	return n < len(d.objects) && d.objects[n].Start < span.Start && d.objects[n].Covers(span)
}

// objects returns the outermost objects of JSON in a text. What braces begin that are none of
// JSON's is read for a few times the text's length.
func objects(text string) (found []source.Span) {
	const least = 512 // what the decoder reads at a time
	budget := 4*len(text) + 8*least
	for at := 0; budget >= 0; {
		n := strings.IndexByte(text[at:], '{')
		if n < 0 {
			break
		}
		at += n
		var object json.RawMessage
		d := json.NewDecoder(strings.NewReader(text[at:]))
		if err := d.Decode(&object); err != nil {
			budget -= least + failedAt(err, len(text)-at)
			at++
			continue
		}
		found = append(found, source.Span{Start: at, End: at + len(object)})
		at += len(object)
	}
	return found
}

// failedAt returns how much of a text was read before it was found to be no JSON, of size bytes
// at most.
func failedAt(err error, size int) int {
	var wrong *json.SyntaxError
	if errors.As(err, &wrong) {
		return min(size, int(wrong.Offset))
	}
	return size
}
