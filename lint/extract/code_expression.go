package extract

import (
	"slices"
	"strings"

	"kustoconn/source"
)

// A codeFrame is what one pair of brackets holds: the expression being read
// in it, and the name that it is assigned to.
//
// An expression is a list of operands joined by +. Literals go into parts as
// they are read, other operands as holes when the next + or the end shows
// that a literal is joined to them.
type codeFrame struct {
	open  byte         // ( [ { or 0 for the file
	hole  *openLiteral // the literal that the bracket interrupts, if any
	group bool         // the brackets only group
	mixed bool         // they hold more than one concatenation

	state    operandState
	operand  source.Span // where state is operandOther
	parts    codeParts
	literals int
	forms    []literalForm // of the literals, without repetition

	prev   tokenClass
	word   source.Span // the last identifier
	name   source.Span // the one right before it, on the same line: "name type"
	index  codeKey     // the literal that the last [ ] held
	key    codeKey
	typed  bool // key was followed by a colon: a type may come before the value
	choice int  // open ? of conditional expressions
}

// A codeKey is a name that a literal is assigned to.
type codeKey struct {
	name string
	span source.Span
}

type operandState int

const (
	operandNone    operandState = iota // between operands
	operandLiteral                     // the operand is a literal, perhaps with calls after it
	operandOther
)

type tokenClass int

const (
	classOther tokenClass = iota // an operator, or nothing yet
	classWord
	classLiteral
	classClose   // a closing bracket
	classAngle   // a > that may close type arguments
	classConnect // a dot or the like
)

// continuing are words that stand between the parts of one expression.
var continuing = map[string]bool{
	"and": true, "as": true, "await": true, "else": true, "if": true, "in": true, "is": true, "new": true,
	"not": true, "or": true, "then": true, "typeof": true, "unless": true, "when": true,
}

// leading are words that a bracket may follow without being called, besides
// those of continuing, and that are no names.
var leading = map[string]bool{
	"case": true, "const": true, "declare": true, "default": true, "elif": true, "let": true, "output": true, "param": true,
	"return": true, "set": true, "throw": true, "try": true, "val": true, "var": true, "while": true, "yield": true,
}

func isKeyword(word string) bool { return continuing[word] || leading[strings.ToLower(word)] }

func (r *codeReader) push(f codeFrame) {
	if f.open == '{' {
		r.braces++
	}
	r.frames = append(r.frames, f)
}

// pop ends the expression of the top frame and takes it off. A literal that
// its hole interrupted stays as far as it was read.
func (r *codeReader) pop() {
	r.flush()
	lit := r.top().hole
	r.dropFrame()
	if lit != nil {
		r.note(lit.start, "interpolation is not closed")
		r.top().addForm(lit.form)
	}
}

func (r *codeReader) dropFrame() {
	if r.top().open == '{' {
		r.braces--
	}
	r.frames = r.frames[:len(r.frames)-1]
}

func (f *codeFrame) addForm(form literalForm) {
	if !slices.Contains(f.forms, form) {
		f.forms = append(f.forms, form)
	}
}

// slice returns the text of an identifier.
func (r *codeReader) slice(s source.Span) string { return s.Slice(r.text) }

// juxtaposed readies the expression for an operand that starts right after
// another one: a new statement, a declaration, the operand of a keyword or
// of a cast.
func (r *codeReader) juxtaposed(next string) {
	f := r.top()
	if f.prev != classWord && f.prev != classClose && f.prev != classLiteral {
		return
	}
	cast := f.prev == classClose && f.state == operandOther && strings.IndexByte("([", r.text[f.operand.Start]) >= 0
	goesOn := continuing[next] || f.prev == classWord && continuing[r.slice(f.word)]
	if cast || goesOn && f.state == operandOther && !continuing[next] {
		f.state = operandNone
		return
	}
	r.flush()
	f.mixed = true
	if !goesOn {
		f.key, f.typed = codeKey{}, false
	}
}

// readWord takes an identifier, a keyword or a number.
func (r *codeReader) readWord(span source.Span) {
	r.juxtaposed(r.slice(span))
	f := r.top()
	f.name = source.Span{}
	if f.prev == classWord && !strings.Contains(r.text[f.word.End:span.Start], "\n") {
		f.name = f.word
	}
	f.word = span
	r.extend(span)
	f.prev = classWord
}

// extend makes span part of the operand being read.
func (r *codeReader) extend(span source.Span) {
	switch f := r.top(); f.state {
	case operandNone:
		f.state, f.operand = operandOther, span
	case operandOther:
		f.operand.End = span.End
	}
}

// beginLiteral readies the expression for a literal.
func (r *codeReader) beginLiteral() {
	f := r.top()
	if !(r.lang.adjacent && f.prev == classLiteral) {
		if r.juxtaposed(""); f.state != operandNone {
			r.flush()
		}
	}
	f.state, f.prev = operandLiteral, classLiteral
	f.literals++
}

// join takes the operator between two strings.
func (r *codeReader) join() {
	f := r.top()
	r.endOperand()
	f.state, f.prev = operandNone, classOther
}

// endOperand makes a hole of an operand that is no literal.
func (r *codeReader) endOperand() {
	if f := r.top(); f.state == operandOther {
		f.parts.hole(holeText("{", r.slice(f.operand), "}"), f.operand)
	}
}

// flush ends an expression and keeps its piece if it has a literal.
func (r *codeReader) flush() (piece Piece) {
	f := r.top()
	if f.literals > 0 {
		r.endOperand()
		piece = f.parts.piece(r.text, Literal)
		piece.Key, piece.KeySpan = f.key.name, f.key.span
		piece.Escape = escapeAlike(slices.Clone(f.forms))
		if piece.Text != "" {
			r.file.Pieces = append(r.file.Pieces, piece)
		}
	}
	f.state, f.parts, f.forms, f.literals = operandNone, f.parts[:0], f.forms[:0], 0
	return piece
}

// escapeAlike writes text that reads the same in literals of each form.
func escapeAlike(forms []literalForm) func(string) (string, bool) {
	return func(s string) (string, bool) {
		escaped := ""
		for i, form := range forms {
			e, ok := form.escape(s)
			if !ok || i > 0 && e != escaped {
				return "", false
			}
			escaped = e
		}
		return escaped, len(forms) > 0
	}
}

// operator takes an operator that ends the concatenation but not the value
// that a name is given.
func (r *codeReader) operator() {
	f := r.top()
	if f.state == operandNone && len(f.parts) > 0 {
		return // a sign before an operand
	}
	r.flush()
	f.prev, f.mixed = classOther, true
}

// separator ends a value, an argument or a statement.
func (r *codeReader) separator() {
	f := r.top()
	r.flush()
	f.key, f.typed, f.choice = codeKey{}, false, 0
	f.index, f.name, f.prev, f.mixed = codeKey{}, source.Span{}, classOther, true
}

// assign takes the operator after a name. A colon gives a type, or a value.
func (r *codeReader) assign(colon bool) {
	f := r.top()
	prev := f.prev
	declared := f.typed && prev != classLiteral && !colon
	piece := r.flush()
	f.prev, f.mixed, f.choice = classOther, true, 0
	if declared {
		return
	}
	key := f.index
	switch {
	case prev == classLiteral:
		key = wholeKey(piece)
	case !colon && !f.name.Empty() && r.namesVariable(f.name):
		key = r.wordKey(f.name)
	case prev == classWord:
		key = r.wordKey(f.word)
	}
	f.key, f.typed, f.index = key, colon && key.name != "", codeKey{}
}

// namesVariable reports whether word, which stands before another word and
// an assignment, is the name of a variable and the other one its type.
func (r *codeReader) namesVariable(word source.Span) bool {
	name := r.slice(word)
	return r.lang.typeAfterName && !isKeyword(name) || name[0] == '@'
}

// wordKey makes a key of an identifier, without the sigils of variables.
func (r *codeReader) wordKey(word source.Span) codeKey {
	name := r.slice(word)
	if isKeyword(name) {
		return codeKey{}
	}
	name = strings.TrimLeft(name, "$@-")
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	return codeKey{name, source.Span{Start: word.End - len(name), End: word.End}}
}

// wholeKey makes a key of a literal.
func wholeKey(p Piece) codeKey {
	if p.Text == "" || len(p.Holes) > 0 {
		return codeKey{}
	}
	return codeKey{p.Text, p.Map.Span(source.Span{End: len(p.Text)})}
}

// openBracket takes ( [ or {.
func (r *codeReader) openBracket() {
	c := r.text[r.pos]
	span := source.Span{Start: r.pos, End: r.pos + 1}
	r.pos++
	f := r.top()
	called := f.prev == classWord && !isKeyword(r.slice(f.word)) || f.prev == classClose || f.prev == classLiteral || f.prev == classAngle
	if f.prev == classWord && !called {
		f.state = operandNone
	}
	inner := codeFrame{open: c, group: c == '(' && !called && f.state == operandNone}
	if inner.group {
		inner.key = f.key
	}
	if c == '{' {
		r.separator()
	} else {
		r.extend(span)
	}
	if len(r.frames) >= maxCodeDepth {
		r.deeper++
		return
	}
	r.push(inner)
}

// closeBracket takes ) ] or }. A brace also closes the brackets that were
// left open inside it; another bracket that matches nothing is passed over.
func (r *codeReader) closeBracket() {
	c := r.text[r.pos]
	if r.deeper > 0 {
		r.deeper--
		r.pos++
		return
	}
	open := map[byte]byte{')': '(', ']': '[', '}': '{'}[c]
	if c == '}' && r.braces > 0 {
		for r.top().open != open {
			r.pop()
		}
	}
	if r.top().open != open {
		r.pos++
		return
	}
	if r.top().hole != nil {
		r.endHole()
		return
	}
	r.pos++
	r.leave()
}

// leave takes the top frame off at its closing bracket, which ends before the
// reader's place.
func (r *codeReader) leave() {
	if r.spliced() {
		return
	}
	inner := r.top()
	open, single := inner.open, inner.literals == 1 && !inner.mixed
	piece := r.flush()
	r.dropFrame()
	f := r.top()
	f.prev = classClose
	if open == '{' {
		f.prev = classOther
		return
	}
	r.extend(source.Span{Start: r.pos - 1, End: r.pos})
	f.index = codeKey{}
	if open == '[' && single {
		f.index = wholeKey(piece)
	}
}

// maxSplice is how many parts of a bracketed concatenation are copied into
// the one around it: nesting would otherwise copy them once a level.
const maxSplice = 32

// spliced moves a concatenation that brackets group into the expression
// around them.
func (r *codeReader) spliced() bool {
	inner, f := r.top(), &r.frames[len(r.frames)-2]
	if !inner.group || inner.mixed || inner.literals == 0 || len(f.parts) > 0 && len(inner.parts) > maxSplice {
		return false
	}
	r.endOperand()
	if len(f.parts) == 0 {
		f.parts = inner.parts
	} else {
		f.parts = append(f.parts, inner.parts...)
	}
	for _, form := range inner.forms {
		f.addForm(form)
	}
	f.literals += inner.literals
	f.state, f.prev = operandLiteral, classClose
	r.dropFrame()
	return true
}
