package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A reader walks over program text. It keeps a stack of the open brackets
// and interpolations instead of recursing, so that nesting cannot exhaust it.
type reader struct {
	literal.Scanner
	lang   *Language
	frames []frame
	// elements are those of the open brackets, the innermost's last.
	elements []element
	lists    int // that were read
	appended appended
	braces   int // frames that a } closes
	deeper   int // open brackets past maxDepth, which have no frame
	// resume is where a line that opened a here-document ends, and where code
	// goes on below the document.
	resume source.Span
	// tagDepth is how many frames there are in the tag of an element being read.
	tagDepth int
	// divides is the end of a line where no regular expression was closed.
	divides int

	// templates are the names of functions that fill a template: t = compile("…").
	templates map[string]bool

	credentials credentials
}

// maxDepth is how deep brackets and interpolations are followed.
const maxDepth = 1000

// readFrom reads program text that starts at an offset of text.
func readFrom(text string, start int, lang *Language) piece.File {
	return newReader(text, start, lang).read()
}

func newReader(text string, start int, lang *Language) *reader {
	return &reader{Scanner: literal.Scanner{Text: text, Pos: start}, lang: lang, frames: []frame{{}}, templates: map[string]bool{}}
}

// read reads to the end of the text.
func (r *reader) read() piece.File {
	for r.Pos < len(r.Text) {
		if r.endApplications(); !r.lang.readToken(r) {
			r.plainToken()
		}
		if r.resume.Start < r.Pos && r.Pos < r.resume.End {
			r.Pos = r.resume.End
		}
	}
	for r.top().open == application {
		r.endApplication()
	}
	if len(r.frames) == 1 {
		r.separator()
	}
	for len(r.frames) > 0 {
		r.pop()
	}
	piece.Sort(r.File.Pieces)
	r.settleUses()
	r.settleSpreads()
	r.useFilled()
	r.settleUses()
	return r.File
}

func (r *reader) top() *frame { return &r.frames[len(r.frames)-1] }

// An openLiteral is a literal that is being read.
type openLiteral struct {
	form  literal.Form
	start int // of its quote
	body  int // of its content
	first int // its first part in the frame's
	hole  int // where the hole that interrupts it starts
	// after is where code goes on, and line where that line ends, for a
	// here-document.
	after, line int
}

// literal reads a literal whose opening delimiter is the next n bytes.
func (r *reader) literal(form literal.Form, n int) {
	r.beginLiteral()
	lit := openLiteral{form: form, start: r.Pos, body: r.Pos + n, first: r.top().text.Len()}
	r.Pos = lit.body
	r.literalBody(lit)
}

// literalBody reads on to the end of the literal or to a hole that code fills.
func (r *reader) literalBody(lit openLiteral) {
	from := r.Pos
	for r.Pos < len(r.Text) {
		if c := r.Text[r.Pos]; c == ' ' || literal.IsWordByte(c) {
			r.Pos++
			continue
		}
		t := lit.form.Next(r.Text, r.Pos)
		if t.Kind == literal.Verbatim || t.Kind == literal.Hole && len(r.frames) >= maxDepth {
			r.Pos += t.Len
			continue
		}
		r.top().text.Copy(r.Text, source.Span{Start: from, End: r.Pos})
		if !r.literalToken(&lit, t) {
			return
		}
		from = r.Pos
	}
	r.top().text.Copy(r.Text, source.Span{Start: from, End: r.Pos})
	r.Note(lit.start, "string literal is not closed")
	r.endLiteral(lit, r.Pos)
}

// literalToken takes what stands in a literal for something else, and reports
// whether the literal goes on after it.
func (r *reader) literalToken(lit *openLiteral, t literal.Token) bool {
	span := source.Span{Start: r.Pos, End: r.Pos + t.Len}
	r.Pos = span.End
	switch t.Kind {
	case literal.Escape:
		r.top().text.Escape(t.Text, span)
		return true
	case literal.Name:
		r.top().text.Hole(span.Slice(r.Text), span)
		return true
	case literal.Hole:
		held := *lit // only what has a hole is kept
		held.hole = span.Start
		opening := lit.form.Holes.Opening
		r.push(frame{hole: &held, open: opening[len(opening)-1]})
		return false
	case literal.Broken:
		r.Note(lit.start, "string literal is not closed on its line")
	}
	r.endLiteral(*lit, span.Start)
	return false
}

// endLiteral settles a literal whose content ends at end.
func (r *reader) endLiteral(lit openLiteral, end int) {
	f := r.top()
	lit.form.Lay(r.Text, &f.text, lit.first, source.Span{Start: lit.body, End: end})
	f.addForm(lit.form)
	if lit.after > 0 {
		r.endHereDocument(lit)
	}
}

// endHole closes the hole on top of the stack with a bracket that starts at
// pos, and reads on in its literal.
func (r *reader) endHole() {
	lit := *r.top().hole
	opening := len(lit.form.Holes.Opening)
	width := 1
	if lit.form.Braces > 1 {
		opening, width = lit.form.Braces, lit.form.Braces
		if run := literal.RunLength(r.Text, r.Pos, '}'); run < width {
			r.Pos += run
			return
		}
	}
	r.flush(piece.Unknown)
	r.dropFrame()
	code := r.Text[lit.hole+opening : r.Pos]
	closing := r.Text[r.Pos : r.Pos+width]
	r.Pos += width
	r.top().text.Hole(literal.HoleText(r.Text[lit.hole:lit.hole+opening], code, closing), source.Span{Start: lit.hole, End: r.Pos})
	r.literalBody(lit)
}

// skipFormat passes over the format of a hole, from the colon to the bracket
// that closes the hole.
func (r *reader) skipFormat(form *literal.Form) {
	depth := 0
	for ; r.Pos < len(r.Text); r.Pos++ {
		switch c := r.Text[r.Pos]; {
		case c == '{':
			depth++
		case c == '}' && depth == 0, c == '\n', c == form.End[0] && strings.HasPrefix(r.Text[r.Pos:], form.End):
			return
		case c == '}':
			depth--
		}
	}
}

// character reads a character literal of at most a few bytes, such as 'x' or
// '\u0027', and reports whether there is one. It is a piece only where it is
// joined to a string.
func (r *reader) character(form literal.Form) bool {
	for i := r.Pos + 1; i < min(len(r.Text), r.Pos+16); i++ {
		switch r.Text[i] {
		case '\n':
			return false
		case '\\':
			i++
		case '\'':
			r.literal(form, 1)
			r.top().literals--
			return true
		}
	}
	return false
}
