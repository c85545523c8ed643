// Package markup reads HTML and the templates that are HTML with code in it:
// Vue, Svelte, Razor, ERB and the pages of servers. Text, attributes and
// comments are read here; what is code goes to the reader of its language.
//
// A dialect is one row of the table in dialect.go. What a row cannot say (the
// blocks of Razor, in which code and markup take turns) is code beside it.
package markup

import (
	"slices"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadHTML reads HTML: the value of each attribute is a Value, each line of
// text is Plain, comments are Comments, and a script is read by the reader of
// its language. Never fails; linear in text.
func ReadHTML(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &html) }

func read(text string, inner piece.Dispatcher, d *dialect) piece.File {
	r := &reader{text: text, inner: inner, dialect: d}
	r.markup(len(text))
	piece.Sort(r.out.Pieces)
	return r.out
}

type reader struct {
	text    string
	pos     int
	inner   piece.Dispatcher
	dialect *dialect
	out     piece.File

	line   piece.Builder // the line of text being read
	tagged int           // where the last tag in it ends; 0 where it has none
	entity int           // where the last character reference ends
	opaque int           // before here no code is closed that opens
	depth  int           // blocks of code that markup and code take turns in
}

// maxDepth is how deep such blocks are followed.
const maxDepth = 50

// markup reads up to end, or to where an element that is the root of markup in
// code is closed.
func (r *reader) markup(end int) {
	for r.pos < end {
		if !r.token(end) {
			r.plain(end)
		}
	}
	r.endLine()
}

// plain takes the byte here, and what follows it up to one that may mean
// something, as text.
func (r *reader) plain(end int) {
	stop := end
	if n := strings.IndexAny(r.text[r.pos+1:end], "\r\n&<@{"); n >= 0 {
		stop = r.pos + 1 + n
	}
	r.line.Copy(r.text, source.Span{Start: r.pos, End: stop})
	r.pos = stop
}

// token reads what is no text, and reports whether there was something.
func (r *reader) token(end int) bool {
	switch c := r.text[r.pos]; {
	case c == '\n' || c == '\r':
		r.endLine()
		r.pos++
		return true
	case c == '&':
		return r.reference()
	case slices.ContainsFunc(r.dialect.comments, func(marks [2]string) bool { return r.comment(marks[0], marks[1]) }), r.code():
		return true
	case c == '<':
		return r.tag(end)
	}
	return false
}

func (r *reader) has(prefix string) bool { return strings.HasPrefix(r.text[r.pos:], prefix) }

// endLine keeps the line of text read so far.
func (r *reader) endLine() {
	if r.line.Len() == 0 {
		return
	}
	p, tagged := r.line.Piece(piece.Plain), r.tagged > 0
	r.line.Reset()
	r.tagged = 0
	if strings.TrimSpace(p.Text) == "" {
		return
	}
	p.Escape = escape.NotBesideLineBreak(r.dialect.escapeText)
	if tagged {
		p.Replace = refuse
	}
	r.out.Pieces = append(r.out.Pieces, p)
}

// refuse writes nothing: an edit could take a tag away.
func refuse(source.Span, string) (source.Span, string, bool) { return source.Span{}, "", false }

// reference reads a character reference in text.
func (r *reader) reference() bool {
	text, n := escape.HTMLReference(r.text[r.pos:])
	if n == 0 {
		return false
	}
	r.line.Escape(text, source.Span{Start: r.pos, End: r.pos + n})
	r.pos += n
	r.entity = r.pos
	return true
}

// nested reads a span of the file in another language; a part need not be a
// whole file, so that its reader's notes say nothing of this one.
func (r *reader) nested(language string, span source.Span) {
	r.through(language, piece.Verbatim(piece.Plain, r.text, span))
}

func (r *reader) through(language string, part piece.Piece) {
	if strings.TrimSpace(part.Text) == "" {
		return
	}
	r.out.Pieces = append(r.out.Pieces, r.inner.Read(language, part.Text).Through(part).Pieces...)
}

// comment reads a comment between two markers.
func (r *reader) comment(opening, closing string) bool {
	if !r.has(opening) {
		return false
	}
	r.endLine()
	span := source.Span{Start: r.pos + len(opening), End: len(r.text)}
	r.pos = len(r.text)
	if n := strings.Index(span.Slice(r.text), closing); n >= 0 {
		span.End = span.Start + n
		r.pos = span.End + len(closing)
	}
	if strings.TrimSpace(span.Slice(r.text)) != "" {
		p := piece.Verbatim(piece.Comment, r.text, span)
		p.Escape = escape.Without(closing[:1])
		r.out.Pieces = append(r.out.Pieces, p)
	}
	return true
}
