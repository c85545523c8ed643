package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadJavaScript reads JavaScript and TypeScript: quoted literals, templates,
// concatenations and comments. It never fails and costs one pass.
//

// javascript is JavaScript: quoted literals, templates and comments.
//
// Whether a slash divides or opens a regular expression is told from the
// token before it. Of the text of JSX elements, the lines with a URI are Plain.
var javascript = Language{
	Name: "javascript", Aliases: []string{"javascriptreact", "js", "jsx", "node"}, Extensions: []string{".cjs", ".js", ".jsx", ".mjs"}, Interpreters: []string{"node"},
	token: javascriptToken, wordBytes: "$", optional: true,
}

// typescript is read as JavaScript is.
var typescript = Language{
	Name: "typescript", Aliases: []string{"ts", "tsx", "typescriptreact"}, Extensions: []string{".cts", ".mts", ".ts", ".tsx"}, Interpreters: []string{"deno"},
	token: javascriptToken, wordBytes: "$", optional: true,
}

var (
	javascriptEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\b\bf\fn\nr\rt\tv\v",
		HexMin: 2, HexMax: 2, Octal: 1, U: true, Braced: true, Identity: true, Continuation: escape.ContinueLine,
	}
	javascriptSingle   = literal.Form{End: `'`, Escapes: &javascriptEscapes, Special: `'`}
	javascriptDouble   = literal.Form{End: `"`, Escapes: &javascriptEscapes, Special: `"`}
	javascriptTemplate = literal.Form{
		End: "`", Escapes: &javascriptEscapes, Special: "`$",
		Multiline: true, LineEnds: literal.LineEndsLF, Holes: literal.DollarBracedHoles,
	}
	javascriptRaw = literal.Form{End: "`", Backslashed: true, Multiline: true, LineEnds: literal.LineEndsLF, Holes: literal.DollarBracedHoles}
)

// The values of an element's attributes have character references in place of
// escapes. Source: the JSX specification, JSXString.
var (
	jsxRules  = literal.Own{Next: jsxNext, Escape: escape.XMLAttribute}
	jsxSingle = literal.Form{End: `'`, Multiline: true, LineEnds: literal.LineEndsKept, Own: &jsxRules}
	jsxDouble = literal.Form{End: `"`, Multiline: true, LineEnds: literal.LineEndsKept, Own: &jsxRules}
)

func jsxNext(text string, pos int) literal.Token {
	if text[pos] != '&' {
		return literal.Token{}
	}
	decoded, n := escape.XMLReference(text[pos:])
	if n == 0 {
		return literal.Token{}
	}
	return literal.Token{Kind: literal.Escape, Len: n, Text: decoded}
}

// elementTag notes where the tag of an element starts and ends.
func (r *reader) elementTag(c byte) {
	switch next := r.Peek(1); {
	case c == '<' && literal.IsWordByte(next) && !ascii.IsDigit(next) && !literal.IsWordByte(r.Before()):
		r.tagDepth = len(r.frames)
	case r.tagDepth == len(r.frames) && (c != '>' || r.Before() != '='):
		r.tagDepth = 0
	}
}

// inElementTag reports whether a literal here is the value of an element's
// attribute: an equals sign stands right before it.
func (r *reader) inElementTag() bool { return r.tagDepth == len(r.frames) && r.Before() == '=' }

func javascriptToken(r *reader) bool {
	switch c := r.Text[r.Pos]; c {
	case '<', '>', ';':
		r.elementTag(c)
		return false
	case '/':
		if r.afterScheme() {
			r.elementText()
			return true
		}
		return r.SlashComment(false) || r.regularExpression()
	case '`':
		if strings.HasSuffix(r.Text[:r.Pos], "String.raw") {
			f := r.top()
			f.state, f.prev = operandNone, classOther // the tag is no operand
			r.literal(javascriptRaw, 1)
			return true
		}
		r.literal(javascriptTemplate, 1)
	case '"':
		form := javascriptDouble
		if r.inElementTag() {
			form = jsxDouble
		}
		r.literal(form, 1)
	case '\'':
		if r.inElementTag() {
			r.literal(jsxSingle, 1)
			return true
		}
		if f := r.top(); f.prev == classWord && f.word.End == r.Pos && !isKeyword(r.slice(f.word)) {
			r.Pos++ // an apostrophe in the text of an element
			return true
		}
		r.literal(javascriptSingle, 1)
	case '#':
		if !r.Has("#!") || r.Pos > 0 {
			return false
		}
		r.LineComment(1)
	default:
		return false
	}
	return true
}

// afterScheme reports whether the // here belongs to a URI that stands in text,
// such as that of an element: none stands in code.
func (r *reader) afterScheme() bool {
	before := r.Text[max(0, r.Pos-6):r.Pos]
	return r.Has("//") && (strings.HasSuffix(before, "http:") || strings.HasSuffix(before, "https:"))
}

// elementText reads the text around the URI here: what is left of its line, up
// to the next tag, and what stands before it on the line.
func (r *reader) elementText() {
	r.flush(piece.Unknown)
	const maxBefore = 1 << 10
	before := r.Text[max(0, r.Pos-maxBefore):r.Pos]
	span := source.Span{Start: r.Pos - len(before) + strings.LastIndexAny(before, "<>{}\"'`\r\n") + 1}
	span.End = r.Pos + len(r.Text[r.Pos:])
	if n := strings.IndexAny(r.Text[r.Pos:], "<\r\n"); n >= 0 {
		span.End = r.Pos + n
	}
	for span.Start < r.Pos && r.Text[span.Start] == ' ' {
		span.Start++
	}
	var b piece.Builder
	escape.Unescape(&b, r.Text, span, "&", escape.XMLReference)
	end := r.joinedElements(&b, span.End)
	p := b.Piece(piece.Plain)
	if p.Escape = escape.XMLText; end > span.End {
		p.Escape = escape.Refuse
	}
	r.Keep(p)
	r.Pos = end
}

// joinedElements adds the text that goes on with a pair behind the tag at an offset,
// AppKey=<b>key</b>;Fed=true, and returns where it ends.
func (r *reader) joinedElements(b *piece.Builder, at int) int {
	const most, longest = 16, 256 // tags, and bytes of one
	open := 0
	for range most {
		n := strings.IndexByte(r.Text[at:min(len(r.Text), at+longest)], '>')
		if n < 0 || r.Text[at] != '<' || strings.ContainsAny(r.Text[at:at+n], "{;") {
			break
		}
		after := at + n + 1
		closes := r.Text[at+1] == '/'
		if !closes && r.Text[at-1] != '=' || closes && (open == 0 || strings.IndexByte(";=", r.Peek(after-r.Pos)) < 0) {
			break
		}
		switch {
		case closes:
			open--
		case r.Text[after-2] == '/':
			b.Hole(r.Text[at:after], source.Span{Start: at, End: after}) // a component
		default:
			open++
		}
		if n = strings.IndexAny(r.Text[after:], "<{\r\n"); n < 0 {
			n = len(r.Text) - after
		}
		at = after + n
		escape.Unescape(b, r.Text, source.Span{Start: after, End: at}, "&", escape.XMLReference)
		if at == len(r.Text) {
			break
		}
	}
	return at
}

// opensExpression reports whether a slash here opens a regular expression or a
// slashy literal: it cannot divide after an operator.
func (r *reader) opensExpression() bool {
	switch f := r.top(); f.prev {
	case classLiteral, classClose:
		return false
	case classWord:
		return isKeyword(r.slice(f.word))
	}
	return true
}

// expressionEnd returns the end of the regular expression here, or 0 where it
// is not closed on its line. Brackets hold characters, where there are classes.
func (r *reader) expressionEnd(classes bool) int {
	if r.Pos < r.divides {
		return 0
	}
	inClass := false
	for i := r.Pos + 1; i < len(r.Text) && r.Text[i] != '\n'; i++ {
		r.divides = i
		switch r.Text[i] {
		case '\\':
			i++
		case '[':
			inClass = classes
		case ']':
			inClass = false
		case '/':
			if !inClass {
				r.divides = 0
				return i + 1
			}
		}
	}
	return 0
}

// regularExpression passes over a regular expression literal where one can
// stand and it is closed on its line.
func (r *reader) regularExpression() bool {
	if r.Before() == '<' || !r.opensExpression() { // < of a closing tag
		return false
	}
	end := r.expressionEnd(true)
	if end == 0 {
		return false
	}
	r.Pos = end
	r.operator()
	r.top().prev = classClose
	return true
}
