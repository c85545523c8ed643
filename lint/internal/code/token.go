package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// plainToken reads one token that is neither comment nor literal.
func (r *reader) plainToken() {
	switch c := r.Text[r.Pos]; {
	case c == '\n':
		r.endLineElement()
		r.Pos++
		if r.lang.lineEnds && len(r.frames) == 1 || r.lang.operandEnds && r.top().prev != classOther && !r.closesNext() {
			r.separator()
		}
	case c == ' ' || c == '\t' || c == '\r':
		r.Pos++
	case c == '_' && r.lang.underscore && r.lineGoesOn():
	case r.isWord(c):
		start := r.Pos
		for r.Pos < len(r.Text) && r.isWord(r.Text[r.Pos]) {
			r.Pos++
		}
		r.readWord(source.Span{Start: start, End: r.Pos})
	case c == '(' || c == '[' || c == '{':
		r.openBracket()
	case c == ')' || c == ']' || c == '}':
		r.closeBracket()
	case c == '\\' && r.Peek(1) == '\n':
		r.Pos += 2
	case c == '\\' && r.Peek(1) == '\r':
		r.Pos += 2
		if r.Peek(0) == '\n' {
			r.Pos++
		}
	default:
		r.punctuation()
	}
}

// closesNext reports whether the brackets that are open are closed next: what stands on the
// line before is their last element, and no statement.
func (r *reader) closesNext() bool {
	rest := strings.TrimLeft(r.Text[r.Pos:min(len(r.Text), r.Pos+near)], " \t\r\n")
	return rest != "" && (r.top().open == '[' && rest[0] == ']' || r.top().open == '(' && rest[0] == ')')
}

// endLineElement ends an element of a list at the line end that the reader is at, where that
// separates elements and the next line does not go on with an operator.
func (r *reader) endLineElement() {
	f := r.top()
	if !r.lang.lineElements || f.open != '[' || f.prev != classLiteral && f.prev != classClose && f.prev != classWord {
		return
	}
	rest := strings.TrimLeft(r.Text[r.Pos:min(len(r.Text), r.Pos+near)], " \t\r\n")
	if rest == "" || strings.IndexByte("+|.:<>-&=)]};,", rest[0]) >= 0 {
		return
	}
	r.nextElement(r.Pos)
}

// lineGoesOn passes over a _ that is alone before a line's end, and that end.
func (r *reader) lineGoesOn() bool {
	n := literal.BlankLine(r.Text[r.Pos+1:])
	if n == 0 || literal.IsWordByte(r.Before()) {
		return false
	}
	r.Pos += 1 + n
	return true
}

func (r *reader) isWord(c byte) bool {
	return literal.IsWordByte(c) || strings.IndexByte(r.lang.wordBytes, c) >= 0
}

// punctuation reads an operator or a separator.
func (r *reader) punctuation() {
	if hole := r.top().hole; hole != nil && hole.form.Holes.Format && r.Has(":") && !r.Has("::") {
		r.operator()
		r.skipFormat(&hole.form)
		return
	}
	if n := r.joinLength(); n > 0 {
		r.join()
		r.Pos += n
	} else if n := r.appending(); n > 0 {
		r.assign(false)
		r.Pos += n
	} else if n := r.connects(); n > 0 {
		r.extend(source.Span{Start: r.Pos, End: r.Pos + n})
		r.top().prev = classConnect
		r.Pos += n
	} else if n := r.comparison(); n > 0 {
		r.operator()
		r.Pos += n
	} else if n := r.assignment(); n > 0 {
		r.assign(false)
		r.Pos += n
	} else if r.lang.optional && r.Has("?:") {
		r.assign(true)
		r.Pos += len("?:")
	} else {
		r.mark(r.Text[r.Pos])
		r.Pos++
	}
}

// mark takes a character that means something by itself.
func (r *reader) mark(c byte) {
	f := r.top()
	switch c {
	case ';':
		if r.lang.semicolons && f.open == '[' {
			r.nextElement(r.Pos)
			f.from++
			return
		}
		if f.hole != nil && !f.hole.form.Multiline {
			r.pop() // no expression holds a semicolon: the hole was never closed
		}
		r.separator()
	case ',':
		if !r.isKeyed(f) { // where it is a blank
			r.separator()
		}
	case ':':
		r.colon()
	case '?':
		r.operator()
		f.choice++
	case '<':
		if f.generic = (source.Span{}); f.prev == classWord {
			f.generic = f.word
		}
		r.operator()
	case '>':
		r.operator()
		f.prev = classAngle
	default:
		r.operator()
	}
}

// colon takes a colon: it follows a name or a key, or is half of a
// conditional expression.
func (r *reader) colon() {
	f := r.top()
	switch {
	case f.choice > 0:
		r.operator()
		f.choice--
	case f.prev == classWord, f.prev == classLiteral && (f.open == '{' || f.open == '['):
		r.assign(true)
	default:
		r.operator()
	}
}

// joinLength returns the length of the operator that joins strings here.
func (r *reader) joinLength() int {
	for _, op := range r.lang.joins {
		if r.Has(op) && r.Peek(len(op)) != '=' {
			return len(op)
		}
	}
	if r.Has("+") && r.Peek(1) != '+' && r.Peek(1) != '=' {
		return 1
	}
	return 0
}

// appending returns the length of the operator that puts a string behind what a
// name holds.
func (r *reader) appending() int {
	for _, op := range r.lang.joins {
		if r.Has(op) && r.Peek(len(op)) == '=' && r.Peek(len(op)+1) != '=' {
			return len(op) + 1
		}
	}
	if r.Has("+=") {
		return len("+=")
	}
	return 0
}

// connects returns the length of what links the parts of one operand.
func (r *reader) connects() int {
	switch {
	case r.Has("..."), r.Has("..") && r.top().state == operandNone:
		return 0
	case r.Has("?.") && !ascii.IsDigit(r.Peek(2)), r.Has("::"), r.Has("->") && r.top().prev != classLiteral, r.Has("++"), r.Has("--"):
		return 2
	case r.Has("."), r.Has("!") && r.Peek(1) != '=':
		return 1
	}
	return 0
}

// comparison returns the length of an operator that only looks like an
// assignment, or holds characters that mean something else alone.
func (r *reader) comparison() int {
	for _, op := range [...]string{"===", "!==", "==", "!=", "<=", ">=", "=~", "??", "?:", "|>", "%>%"} {
		if r.Has(op) && !(op == "?:" && r.lang.optional) && !r.Has("??=") {
			return len(op)
		}
	}
	return 0
}

// assignment returns the length of an operator that gives a name a value.
func (r *reader) assignment() int {
	if n := r.appending(); n > 0 {
		return n
	}
	for _, op := range [...]string{":=", "=>", "->", "??=", "="} {
		if r.Has(op) {
			return len(op)
		}
	}
	if r.lang.arrow && r.Has("<-") {
		return len("<-")
	}
	return 0
}
