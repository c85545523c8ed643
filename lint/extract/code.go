package extract

import (
	"strings"

	"kustoconn/source"
)

// A codeLanguage says what the reader of program text has to know about one
// language. Everything else about expressions is shared.
type codeLanguage struct {
	// token reads a comment, a literal or whatever else is special to the
	// language at the reader's place; it reports false, and reads nothing,
	// where there is none.
	token func(r *codeReader) bool
	// wordBytes are identifier bytes besides letters, digits and _.
	wordBytes string
	// joins are the operators that join two strings besides +.
	joins []string
	// adjacent: literals next to each other are one.
	adjacent bool
	// lineEnds: a line end outside brackets ends a statement.
	lineEnds bool
	// operandEnds: a line end after an operand ends a statement.
	operandEnds bool
	// typeAfterName: declarations read "name type = value".
	typeAfterName bool
	// optional: ?: declares, as in TypeScript.
	optional bool
}

// A codeReader walks over program text. It keeps a stack of the open brackets
// and interpolations instead of recursing, so that nesting cannot exhaust it.
type codeReader struct {
	textReader
	lang   *codeLanguage
	frames []codeFrame
	braces int // frames that a } closes
	deeper int // open brackets past maxCodeDepth, which have no frame
	// divides is the end of a line where no regular expression was closed.
	divides int
}

// maxCodeDepth is how deep brackets and interpolations are followed.
const maxCodeDepth = 1000

// readCode reads program text.
func readCode(text string, lang *codeLanguage) File { return readCodeFrom(text, 0, lang) }

// readCodeFrom reads program text that starts at an offset of text.
func readCodeFrom(text string, start int, lang *codeLanguage) File {
	r := &codeReader{textReader: textReader{text: text, pos: start}, lang: lang, frames: []codeFrame{{}}}
	for r.pos < len(text) {
		if !lang.token(r) {
			r.plainToken()
		}
	}
	for len(r.frames) > 0 {
		r.pop()
	}
	sortPieces(r.file.Pieces)
	return r.file
}

func (r *codeReader) top() *codeFrame { return &r.frames[len(r.frames)-1] }

// An openLiteral is a literal that is being read.
type openLiteral struct {
	form  literalForm
	start int // of its quote
	body  int // of its content
	first int // its first part in the frame's
	hole  int // where the hole that interrupts it starts
}

// literal reads a literal whose opening delimiter is the next n bytes.
func (r *codeReader) literal(form literalForm, n int) {
	r.beginLiteral()
	lit := openLiteral{form: form, start: r.pos, body: r.pos + n, first: len(r.top().parts)}
	r.pos = lit.body
	r.literalBody(lit)
}

// literalBody reads on to the end of the literal or to a hole that code fills.
func (r *codeReader) literalBody(lit openLiteral) {
	f := r.top()
	from := r.pos
	for r.pos < len(r.text) {
		if c := r.text[r.pos]; c == ' ' || isWordByte(c) {
			r.pos++
			continue
		}
		t := lit.form.next(r.text, r.pos)
		if t.kind == tokenVerbatim || t.kind == tokenEscape && t.text == r.text[r.pos:r.pos+t.n] ||
			t.kind == tokenHole && len(r.frames) >= maxCodeDepth {
			r.pos += t.n
			continue
		}
		f.parts.verbatim(source.Span{Start: from, End: r.pos})
		span := source.Span{Start: r.pos, End: r.pos + t.n}
		r.pos = span.End
		from = r.pos
		switch t.kind {
		case tokenEscape:
			f.parts.escape(t.text, span)
			lit.form.afterDigits = lit.form.afterDigits || t.varying
			lit.form.afterContinuation = lit.form.afterContinuation || t.text == "" &&
				lit.form.escapes != nil && lit.form.escapes.continuation == continueUnspace
		case tokenName:
			f.parts.hole(span.Slice(r.text), span)
		case tokenHole:
			lit.hole = span.Start
			r.push(codeFrame{hole: &lit, open: lit.form.holes.opening[len(lit.form.holes.opening)-1]})
			return
		default:
			if t.kind == tokenBroken {
				r.note(lit.start, "string literal is not closed on its line")
			}
			r.endLiteral(lit, span.Start)
			return
		}
	}
	f.parts.verbatim(source.Span{Start: from, End: r.pos})
	r.note(lit.start, "string literal is not closed")
	r.endLiteral(lit, r.pos)
}

// endLiteral settles a literal whose content ends at end.
func (r *codeReader) endLiteral(lit openLiteral, end int) {
	f := r.top()
	if lit.form.layout != 0 {
		laid := lit.form.lay(r.text, f.parts[lit.first:], source.Span{Start: lit.body, End: end})
		f.parts = append(f.parts[:lit.first], laid...)
	}
	f.addForm(lit.form)
}

// endHole closes the hole on top of the stack with a bracket that starts at
// pos, and reads on in its literal.
func (r *codeReader) endHole() {
	lit := *r.top().hole
	opening := len(lit.form.holes.opening)
	width := 1
	if lit.form.braces > 1 {
		opening, width = lit.form.braces, lit.form.braces
		if run := runLength(r.text, r.pos, '}'); run < width {
			r.pos += run
			return
		}
	}
	r.flush()
	r.dropFrame()
	code := r.text[lit.hole+opening : r.pos]
	closing := r.text[r.pos : r.pos+width]
	r.pos += width
	r.top().parts.hole(holeText(r.text[lit.hole:lit.hole+opening], code, closing), source.Span{Start: lit.hole, End: r.pos})
	r.literalBody(lit)
}

// skipFormat passes over the format of a hole, from the colon to the bracket
// that closes the hole.
func (r *codeReader) skipFormat(form *literalForm) {
	depth := 0
	for ; r.pos < len(r.text); r.pos++ {
		switch c := r.text[r.pos]; {
		case c == '{':
			depth++
		case c == '}' && depth == 0, c == '\n', c == form.end[0] && strings.HasPrefix(r.text[r.pos:], form.end):
			return
		case c == '}':
			depth--
		}
	}
}

// character reads a character literal of at most a few bytes, such as 'x' or
// '\u0027', and reports whether there is one. It is a piece only where it is
// joined to a string.
func (r *codeReader) character(form literalForm) bool {
	for i := r.pos + 1; i < min(len(r.text), r.pos+16); i++ {
		switch r.text[i] {
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
