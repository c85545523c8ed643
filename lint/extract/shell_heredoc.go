package extract

import (
	"strings"

	"kustoconn/source"
)

// A hereDocument is text that a script holds between a line and a delimiter.
type hereDocument struct {
	delimiter string
	tabs      bool // tabs at the start of its lines are dropped
	quoted    bool // nothing is expanded
}

// queueHereDocument reads << and its delimiter.
func (r *shellReader) queueHereDocument() {
	r.pos += 2
	doc := hereDocument{tabs: r.has("-")}
	if doc.tabs {
		r.pos++
	}
	for r.peek(0) == ' ' || r.peek(0) == '\t' {
		r.pos++
	}
	var delimiter strings.Builder
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n;|&()<>", r.text[r.pos]) < 0 {
		c := r.text[r.pos]
		if c == '\'' || c == '"' || c == '\\' {
			doc.quoted = true
		} else {
			delimiter.WriteByte(c)
		}
		r.pos++
	}
	if doc.delimiter = delimiter.String(); doc.delimiter != "" {
		r.queue = append(r.queue, doc)
	}
}

// hereDocuments reads the texts that start on this line.
func (r *shellReader) hereDocuments() {
	for _, doc := range r.queue {
		r.hereDocument(doc)
	}
	r.queue = r.queue[:0]
}

func (r *shellReader) hereDocument(doc hereDocument) {
	start := r.pos
	for r.pos < len(r.text) {
		end := codeLineEnd(r.text, r.pos)
		line := source.Span{Start: r.pos, End: end}
		r.pos = end + blankLine(r.text[end:])
		if doc.tabs {
			line.Start += runLength(line.Slice(r.text), 0, '\t')
		}
		if line.Slice(r.text) == doc.delimiter {
			return
		}
		r.hereLine(line, doc.quoted)
	}
	r.note(start, "here-document is not closed")
}

// hereLine keeps one line of a here-document.
func (r *shellReader) hereLine(line source.Span, quoted bool) {
	form := literalForm{end: "\n", escapes: &r.escapes, special: "$`"}
	if quoted {
		form = literalForm{end: "\n"}
	}
	var parts codeParts
	from := line.Start
	for pos := line.Start; pos < line.End && !quoted; {
		c := r.text[pos]
		span := source.Span{Start: pos, End: pos + 1}
		switch {
		case c == r.escapes.lead && pos+1 < line.End && strings.IndexByte("$`\\", r.text[pos+1]) >= 0:
			span.End++
			parts.verbatim(source.Span{Start: from, End: pos})
			parts.escape(r.text[pos+1:span.End], span)
			from = span.End
		case c == '$':
			if n := hereExpansion(r.text[pos:line.End]); n > 0 {
				span.End = pos + n
				parts.verbatim(source.Span{Start: from, End: pos})
				parts.hole(span.Slice(r.text), span)
				from = span.End
			}
		}
		pos = span.End
	}
	parts.verbatim(source.Span{Start: from, End: line.End})
	piece := parts.piece(r.text, Plain)
	if strings.TrimSpace(piece.Text) != "" {
		piece.Escape = form.escape
		r.file.Pieces = append(r.file.Pieces, piece)
	}
}

// hereExpansion returns the length of the expansion at the start of line, or
// 0. Brackets are matched for as long as a hole's text is kept.
func hereExpansion(line string) int {
	if !strings.HasPrefix(line, "${") && !strings.HasPrefix(line, "$(") {
		return shellName(line, 0)
	}
	depth := 0
	for i := 1; i < len(line) && i < maxHole; i++ {
		switch line[i] {
		case '{', '(':
			depth++
		case '}', ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
