package document

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// A writer collects what is read of a document.
type writer struct {
	text  string
	inner piece.Dispatcher
	out   piece.File
}

// nested reads a part in another language. A part need not be a whole file, so
// that its reader's notes say nothing of this one.
func (w *writer) nested(language string, part piece.Piece) {
	f := w.inner.Read(language, part.Text).Through(part)
	w.out.Pieces, w.out.Uses = append(w.out.Pieces, f.Pieces...), append(w.out.Uses, f.Uses...)
}

// comment keeps a comment of one or more lines.
func (w *writer) comment(span source.Span) {
	p := piece.Verbatim(piece.Comment, w.text, span)
	p.Escape = escape.Printable
	w.out.Pieces = append(w.out.Pieces, p)
}

// verbatim keeps a stretch of a line as it stands, up to a delimiter that cannot be
// in it.
func (w *writer) verbatim(span source.Span, delimiter string) {
	if strings.TrimSpace(span.Slice(w.text)) == "" {
		return
	}
	p := piece.Verbatim(piece.Plain, w.text, span)
	p.Escape = escape.Without(delimiter)
	w.out.Pieces = append(w.out.Pieces, p)
}

// prose keeps a stretch of running text within a line; read unescapes what starts
// with one of starters, write escapes.
func (w *writer) prose(span source.Span, starters string, read func(string) (string, int), write escape.Writer) {
	if span = span.Trim(w.text, " \t\f"); span.Empty() {
		return
	}
	var b piece.Builder
	escape.Unescape(&b, w.text, span, starters, read)
	p := b.Piece(piece.Plain)
	p.Escape = write
	w.out.Pieces = append(w.out.Pieces, p)
}

// lines keeps each line as it stands.
func (w *writer) lines(span source.Span) {
	for start := span.Start; start < span.End; {
		end, next := source.AnyLineEnd(w.text[:span.End], start)
		w.out.Pieces = plain.Append(w.out.Pieces, w.text, source.Span{Start: start, End: end})
		start = next
	}
}

// indented returns the block that starts at the line of start, of lines that are
// indented by more than least columns, without their common indentation, and where
// it ends.
func indented(text string, start, least int) (block piece.Piece, next int) {
	var b piece.Builder
	indent := -1
	end := start // of the last line that is not blank
	var pending []source.Span
	for pos := start; pos < len(text); {
		stop, after := source.AnyLineEnd(text, pos)
		line := text[pos:stop]
		column := indentation(line)
		if strings.TrimSpace(line) != "" {
			if column <= least {
				break
			}
			if indent < 0 {
				indent = column
			}
			for _, blank := range pending {
				b.Copy(text, blank)
			}
			pending = nil
			from := pos + min(indent, column)
			if from > pos {
				b.Escape("", source.Span{Start: pos, End: from})
			}
			b.Copy(text, source.Span{Start: from, End: after})
			end = after
		} else if indent >= 0 {
			pending = append(pending, source.Span{Start: pos, End: after})
		}
		pos = after
	}
	return b.Piece(piece.Plain), end
}

// indentation returns how many blanks a line starts with.
func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
