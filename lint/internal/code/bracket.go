package code

import (
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// openBracket takes ( [ or {.
func (r *reader) openBracket() {
	c := r.Text[r.Pos]
	span := source.Span{Start: r.Pos, End: r.Pos + 1}
	r.Pos++
	f := r.top()
	called := f.prev == classWord && !isKeyword(r.slice(f.word)) || f.prev == classClose || f.prev == classLiteral || f.prev == classAngle
	if f.prev == classWord && !called {
		f.state = operandNone
	}
	inner := frame{open: c, group: c == '(' && !called && f.state == operandNone}
	if inner.group {
		inner.key = f.key
	}
	if c == '{' {
		r.separator()
	} else {
		r.extend(span)
	}
	if len(r.frames) >= maxDepth {
		r.deeper++
		return
	}
	r.push(inner)
}

// closeBracket takes ) ] or }. A brace also closes the brackets that were
// left open inside it; another bracket that matches nothing is passed over.
func (r *reader) closeBracket() {
	c := r.Text[r.Pos]
	if r.deeper > 0 {
		r.deeper--
		r.Pos++
		return
	}
	open := map[byte]byte{')': '(', ']': '[', '}': '{'}[c]
	if c == '}' && r.braces > 0 {
		for r.top().open != open {
			r.pop()
		}
	}
	if r.top().open != open {
		r.Pos++
		return
	}
	if r.top().hole != nil {
		r.endHole()
		return
	}
	r.Pos++
	r.leave()
}

// leave takes the top frame off at its closing bracket, which ends before the
// reader's place.
func (r *reader) leave() {
	if r.spliced() {
		return
	}
	inner := r.top()
	open, single := inner.open, inner.literals == 1 && !inner.mixed
	p := r.flush()
	r.dropFrame()
	f := r.top()
	f.prev = classClose
	if open == '{' {
		f.prev = classOther
		return
	}
	r.extend(source.Span{Start: r.Pos - 1, End: r.Pos})
	f.index = literal.Key{}
	if open == '[' && single {
		f.index = wholeKey(p)
	}
}

// maxSplice is how many parts of a bracketed concatenation are copied into
// the one around it: nesting would otherwise copy them once a level.
const maxSplice = 32

// spliced moves a concatenation that brackets group into the expression
// around them.
func (r *reader) spliced() bool {
	inner, f := r.top(), &r.frames[len(r.frames)-2]
	if !inner.group || inner.mixed || inner.literals == 0 || f.text.Len() > 0 && inner.text.Len() > maxSplice {
		return false
	}
	r.endOperand()
	f.text.Append(&inner.text)
	for _, form := range inner.forms {
		f.addForm(form)
	}
	f.literals += inner.literals
	f.state, f.prev = operandLiteral, classClose
	r.dropFrame()
	return true
}
