package extract

import (
	"strings"

	"kustoconn/source"
)

// plainToken reads one token that is neither comment nor literal.
func (r *codeReader) plainToken() {
	switch c := r.text[r.pos]; {
	case c == '\n':
		r.pos++
		if r.lang.lineEnds && len(r.frames) == 1 || r.lang.operandEnds && r.top().prev != classOther {
			r.separator()
		}
	case c == ' ' || c == '\t' || c == '\r':
		r.pos++
	case r.isWord(c):
		start := r.pos
		for r.pos < len(r.text) && r.isWord(r.text[r.pos]) {
			r.pos++
		}
		r.readWord(source.Span{Start: start, End: r.pos})
	case c == '(' || c == '[' || c == '{':
		r.openBracket()
	case c == ')' || c == ']' || c == '}':
		r.closeBracket()
	case c == '\\' && r.peek(1) == '\n':
		r.pos += 2
	case c == '\\' && r.peek(1) == '\r':
		r.pos += 2
		if r.peek(0) == '\n' {
			r.pos++
		}
	default:
		r.punctuation()
	}
}

func (r *codeReader) isWord(c byte) bool {
	return isWordByte(c) || strings.IndexByte(r.lang.wordBytes, c) >= 0
}

// punctuation reads an operator or a separator.
func (r *codeReader) punctuation() {
	n := r.joinLength()
	switch hole := r.top().hole; {
	case hole != nil && hole.form.holes.format && r.has(":") && !r.has("::"):
		r.operator()
		r.skipFormat(&hole.form)
		return
	case n > 0:
		r.join()
	case r.connects() > 0:
		n = r.connects()
		r.extend(source.Span{Start: r.pos, End: r.pos + n})
		r.top().prev = classConnect
	case r.comparison() > 0:
		n = r.comparison()
		r.operator()
	case r.assignment() > 0:
		n = r.assignment()
		r.assign(false)
	case r.has("?:") && r.lang.optional:
		n = 2
		r.assign(true)
	default:
		n = 1
		r.mark(r.text[r.pos])
	}
	r.pos += n
}

// mark takes a character that means something by itself.
func (r *codeReader) mark(c byte) {
	f := r.top()
	switch c {
	case ';':
		if f.hole != nil && !f.hole.form.multiline {
			r.pop() // no expression holds a semicolon: the hole was never closed
		}
		r.separator()
	case ',':
		r.separator()
	case ':':
		r.colon()
	case '?':
		r.operator()
		f.choice++
	case '>':
		r.operator()
		f.prev = classAngle
	default:
		r.operator()
	}
}

// colon takes a colon: it follows a name or a key, or is half of a
// conditional expression.
func (r *codeReader) colon() {
	f := r.top()
	switch {
	case f.choice > 0:
		r.operator()
		f.choice--
	case f.prev == classWord, f.prev == classLiteral && f.open == '{':
		r.assign(true)
	default:
		r.operator()
	}
}

// joinLength returns the length of the operator that joins strings here.
func (r *codeReader) joinLength() int {
	for _, op := range r.lang.joins {
		if r.has(op) {
			return len(op)
		}
	}
	if r.has("+") && r.peek(1) != '+' && r.peek(1) != '=' {
		return 1
	}
	return 0
}

// connects returns the length of what links the parts of one operand.
func (r *codeReader) connects() int {
	switch {
	case r.has("..."), r.has("..") && r.top().state == operandNone:
		return 0
	case r.has("?.") && !isDigit(r.peek(2)), r.has("::"), r.has("->") && r.top().prev != classLiteral, r.has("++"), r.has("--"):
		return 2
	case r.has("."), r.has("!") && r.peek(1) != '=':
		return 1
	}
	return 0
}

// comparison returns the length of an operator that only looks like an
// assignment, or holds characters that mean something else alone.
func (r *codeReader) comparison() int {
	for _, op := range [...]string{"===", "!==", "==", "!=", "<=", ">=", "=~", "??", "?:"} {
		if r.has(op) && !(op == "?:" && r.lang.optional) && !r.has("??=") {
			return len(op)
		}
	}
	return 0
}

// assignment returns the length of an operator that gives a name a value.
func (r *codeReader) assignment() int {
	for _, op := range [...]string{":=", "=>", "->", "+=", "??=", "="} {
		if r.has(op) {
			return len(op)
		}
	}
	return 0
}
