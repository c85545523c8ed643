package shell

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A hereDocument is text that a script holds between a line and a delimiter.
type hereDocument struct {
	delimiter string
	tabs      bool // tabs at the start of its lines are dropped
	quoted    bool // nothing is expanded
}

// queueHereDocument reads << and its delimiter.
func (r *reader) queueHereDocument() {
	r.Pos += 2
	doc := hereDocument{tabs: r.Has("-")}
	if doc.tabs {
		r.Pos++
	}
	for r.Peek(0) == ' ' || r.Peek(0) == '\t' {
		r.Pos++
	}
	var delimiter strings.Builder
	for r.Pos < len(r.Text) && strings.IndexByte(" \t\r\n;|&()<>", r.Text[r.Pos]) < 0 {
		c := r.Text[r.Pos]
		if c == '\\' && source.LineBreak(r.Text, r.Pos+1) > 0 {
			r.Pos += 1 + source.LineBreak(r.Text, r.Pos+1)
			continue
		}
		if c == '\'' || c == '"' || c == '\\' {
			doc.quoted = true
		} else {
			delimiter.WriteByte(c)
		}
		r.Pos++
	}
	if doc.delimiter = delimiter.String(); doc.delimiter != "" {
		r.queue = append(r.queue, doc)
	}
}

// hereDocuments reads the texts that start on this line.
func (r *reader) hereDocuments() {
	for _, doc := range r.queue {
		r.hereDocument(doc)
	}
	r.queue = r.queue[:0]
}

func (r *reader) hereDocument(doc hereDocument) {
	start := r.Pos
	for r.Pos < len(r.Text) {
		end, next := source.LineEnd(r.Text, r.Pos)
		line := source.Span{Start: r.Pos, End: end}
		r.Pos = next
		if doc.tabs {
			line.Start += literal.RunLength(line.Slice(r.Text), 0, '\t')
		}
		if line.Slice(r.Text) == doc.delimiter {
			return
		}
		r.hereLine(line, doc.quoted)
	}
	r.Note(start, "here-document is not closed")
}

// hereLine keeps one line of a here-document.
func (r *reader) hereLine(line source.Span, quoted bool) {
	form := literal.Form{End: "\n", Escapes: &r.escapes, Special: "$`"}
	if quoted {
		form = literal.Form{End: "\n"}
	}
	var b piece.Builder
	from := line.Start
	for pos := line.Start; pos < line.End && !quoted; {
		c := r.Text[pos]
		span := source.Span{Start: pos, End: pos + 1}
		switch {
		case c == r.escapes.Lead && pos+1 < line.End && strings.IndexByte("$`\\", r.Text[pos+1]) >= 0:
			span.End++
			b.Copy(r.Text, source.Span{Start: from, End: pos})
			b.Escape(r.Text[pos+1:span.End], span)
			from = span.End
		case c == '$' || c == '`':
			if n := hereExpansion(r.Text[pos:line.End]); n > 0 {
				span.End = pos + n
				r.hereCommand(span)
				b.Copy(r.Text, source.Span{Start: from, End: pos})
				b.CopyHole(r.Text, span)
				from = span.End
			}
		}
		pos = span.End
	}
	b.Copy(r.Text, source.Span{Start: from, End: line.End})
	p := b.Piece(piece.Plain)
	if strings.TrimSpace(p.Text) != "" {
		p.Escape = form.Escape
		r.Keep(p)
	}
}

// hereCommand reads the words of the command that is put in at span, if one is.
func (r *reader) hereCommand(span source.Span) {
	opening := 1
	if strings.HasPrefix(span.Slice(r.Text), "$(") {
		opening = 2
	} else if r.Text[span.Start] != '`' {
		return
	}
	const maxDocuments = 8
	if r.dialect.nested == maxDocuments {
		return
	}
	dialect := r.dialect
	dialect.nested++
	inner := readShell(r.Text[:span.End-1], span.Start+opening, dialect)
	r.File.Append(piece.File{Pieces: inner.Pieces})
}

// hereExpansion returns the length of the expansion at the start of line, or
// 0. Brackets are matched for as long as a hole's text is kept.
func hereExpansion(line string) int {
	if line[0] == '`' {
		for i := 1; i < len(line) && i < literal.MaxHole; i++ {
			if line[i] == '\\' {
				i++
			} else if line[i] == '`' {
				return i + 1
			}
		}
		return 0
	}
	if !strings.HasPrefix(line, "${") && !strings.HasPrefix(line, "$(") {
		return variable(line, 0)
	}
	depth := 0
	for i := 1; i < len(line) && i < literal.MaxHole; i++ {
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
