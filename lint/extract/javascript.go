package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadJavaScript reads JavaScript and TypeScript: quoted literals, templates,
// concatenations and comments. It never fails and costs one pass.
//
// Whether a slash divides or opens a regular expression is told from the
// token before it. Of the text of JSX elements, the lines with a URI are Plain.
func ReadJavaScript(text string) File { return readCode(text, &javascript) }

var javascript = codeLanguage{token: javascriptToken, wordBytes: "$", optional: true}

var (
	javascriptEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\b\bf\fn\nr\rt\tv\v",
		hexMin: 2, hexMax: 2, octal: 1, u: true, braced: true, identity: true, continuation: continueLine,
	}
	javascriptSingle   = literalForm{end: `'`, escapes: &javascriptEscapes, special: `'`}
	javascriptDouble   = literalForm{end: `"`, escapes: &javascriptEscapes, special: `"`}
	javascriptTemplate = literalForm{
		end: "`", escapes: &javascriptEscapes, special: "`$",
		multiline: true, lineEnds: lineEndsLF, holes: dollarBracedHoles,
	}
	javascriptRaw = literalForm{end: "`", backslashed: true, multiline: true, lineEnds: lineEndsLF, holes: dollarBracedHoles}
)

func javascriptToken(r *codeReader) bool {
	switch c := r.text[r.pos]; c {
	case '/':
		if r.afterScheme() {
			r.elementText()
			return true
		}
		return r.slashComment(false) || r.regularExpression()
	case '`':
		if strings.HasSuffix(r.text[:r.pos], "String.raw") {
			f := r.top()
			f.state, f.prev = operandNone, classOther // the tag is no operand
			r.literal(javascriptRaw, 1)
			return true
		}
		r.literal(javascriptTemplate, 1)
	case '"':
		r.literal(javascriptDouble, 1)
	case '\'':
		if f := r.top(); f.prev == classWord && f.word.End == r.pos && !isKeyword(r.slice(f.word)) {
			r.pos++ // an apostrophe in the text of an element
			return true
		}
		r.literal(javascriptSingle, 1)
	case '#':
		if !r.has("#!") || r.pos > 0 {
			return false
		}
		r.lineComment(1)
	default:
		return false
	}
	return true
}

// afterScheme reports whether the // here belongs to a URI that stands in text,
// such as that of an element: none stands in code.
func (r *textReader) afterScheme() bool {
	before := r.text[max(0, r.pos-6):r.pos]
	return r.has("//") && (strings.HasSuffix(before, "http:") || strings.HasSuffix(before, "https:"))
}

// elementText reads the text around the URI here: what is left of its line, up
// to the next tag, and what stands before it on the line.
func (r *codeReader) elementText() {
	r.flush()
	const maxBefore = 1 << 10
	before := r.text[max(0, r.pos-maxBefore):r.pos]
	span := source.Span{Start: r.pos - len(before) + strings.LastIndexAny(before, "<>{}\"'`\r\n") + 1}
	span.End = r.pos + len(r.text[r.pos:])
	if n := strings.IndexAny(r.text[r.pos:], "<\r\n"); n >= 0 {
		span.End = r.pos + n
	}
	for span.Start < r.pos && r.text[span.Start] == ' ' {
		span.Start++
	}
	var b Builder
	unescape(&b, r.text, span, "&", unescapeXML)
	piece := b.Piece(Plain)
	piece.Escape = escapeXMLText
	r.file.Pieces = append(r.file.Pieces, piece)
	r.pos = span.End
}

// regularExpression passes over a regular expression literal where one can
// stand and it is closed on its line.
func (r *codeReader) regularExpression() bool {
	f := r.top()
	if r.before() == '<' {
		return false // of a closing tag
	}
	switch f.prev {
	case classLiteral, classClose:
		return false
	case classWord:
		if !isKeyword(r.slice(f.word)) {
			return false
		}
	}
	if r.pos < r.divides {
		return false
	}
	inClass := false
	for i := r.pos + 1; i < len(r.text) && r.text[i] != '\n'; i++ {
		r.divides = i
		switch r.text[i] {
		case '\\':
			i++
		case '[':
			inClass = true
		case ']':
			inClass = false
		case '/':
			if !inClass {
				r.pos, r.divides = i+1, 0
				r.operator()
				f.prev = classClose
				return true
			}
		}
	}
	return false
}
