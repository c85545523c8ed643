package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// openBracket takes ( [ or {.
func (r *reader) openBracket() {
	c := r.Text[r.Pos]
	span := source.Span{Start: r.Pos, End: r.Pos + 1}
	r.Pos++
	f := r.top()
	if (f.prev == classWord || f.prev == classClose || f.prev == classLiteral) && r.isSpaced(span.Start) {
		r.nextElement(span.Start)
	}
	called := f.prev == classWord && (f.member || !isKeyword(r.slice(f.word))) || f.prev == classClose || f.prev == classLiteral || f.prev == classAngle
	if f.prev == classWord && !called {
		f.state = operandNone
	}
	inner := frame{open: c, group: c == '(' && !called && f.state == operandNone}
	callee := ""
	switch {
	case inner.group:
		inner.key, inner.given = f.key, f.given
	case c == '(' && (called || f.prev == classConnect):
		callee = r.slice(f.word)
		if f.prev == classAngle && !f.generic.Empty() {
			callee = r.slice(f.generic) // before type arguments
		}
		inner.role = r.roleOfCall(f, callee)
		if inner.role == joins && f.state == operandLiteral && f.text.Len() <= 1 {
			inner.parted, inner.hasPart = f.text.Text(), true
		}
		inner.onLiteral = f.state == operandLiteral
		if inner.role == replaces && !inner.onLiteral {
			inner.replaced, f.replaced = f.replaced, nil
		}
	}
	r.nameConstructed(&inner, f)
	r.enterCredential(&inner, f, callee)
	if c == '{' && !r.lang.keyed {
		r.Pos--
		r.separator()
		r.Pos++
	} else {
		r.extend(span)
	}
	if len(r.frames) >= maxDepth {
		r.deeper++
		return
	}
	r.push(inner)
}

// roleOfCall returns the role of what is called by the word in f.
func (r *reader) roleOfCall(f *frame, callee string) role {
	if strings.EqualFold(callee, "new") {
		return roleOf(constructed(r.Text[max(0, f.word.Start-near):f.word.Start]))
	}
	filled := r.templates[callee] || making[callee] && f.prev == classClose && f.receiver > 0 // template("…")({…})
	if known := roleOf(callee); known != 0 && !(filled && f.prev == classClose) || !filled {
		return known
	}
	return renders
}

// nameConstructed gives what stands in the brackets of a declaration, or of the type of a
// value, the name that is declared: std::string s("…"), auto s = std::string{"…"}.
func (r *reader) nameConstructed(inner, f *frame) {
	if !r.lang.constructs || inner.open == '[' || f.prev != classWord || isKeyword(r.slice(f.word)) {
		return
	}
	switch before := r.slice(f.name); {
	case before != "" && !isKeyword(before) && before != "new":
		inner.key, inner.given = r.wordKey(f.word), converting[before] && isOnlyLiteral(r.Text[r.Pos:])
	case inner.open == '{' && f.state == operandOther && f.key.Name != "":
		inner.key = f.key
	}
}

// isOnlyLiteral reports whether a literal without escapes is all that stands before the
// closing bracket: a further argument may be its length.
func isOnlyLiteral(text string) bool {
	if text == "" || text[0] != '"' {
		return false
	}
	body, rest, ok := strings.Cut(text[1:min(len(text), near)], `"`)
	rest = strings.TrimLeft(rest, " \t\r\n")
	return ok && !strings.Contains(body, `\`) && rest != "" && strings.IndexByte(")}", rest[0]) >= 0
}

// constructed returns the name of the type whose method new follows text: T.new,
// T::new, or PowerShell's [T]::new.
func constructed(text string) string {
	text = strings.TrimSuffix(strings.TrimRight(text, ".:"), "]")
	return lastName(text)
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
	open := opening(c)
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

// opening returns the bracket that c closes.
func opening(c byte) byte {
	switch c {
	case ')':
		return '('
	case ']':
		return '['
	}
	return '{'
}

// leave takes the top frame off at its closing bracket, which ends before the
// reader's place.
func (r *reader) leave() {
	if r.spliced() {
		return
	}
	inner := r.top()
	open, single := inner.open, inner.literals == 1 && !inner.mixed
	p := r.flush(piece.Closed)
	r.Pos--
	r.endElement(p)
	r.Pos++
	left := *r.top()
	elements := r.elements[left.first:]
	r.dropFrame()
	f := r.top()
	r.settle(&left, elements, p)
	f.prev = classClose
	if open == '{' && !r.lang.keyed {
		r.noteProperty(f, left.start)
		f.prev = classOther
		return
	}
	r.extend(source.Span{Start: r.Pos - 1, End: r.Pos})
	f.index = literal.Key{}
	if (open == '[' || open == '(' && r.lang.roundIndex) && single {
		f.index = wholeKey(p)
	}
}

// noteProperty takes note of the property whose accessors the braces held that start at an
// offset: string Key { get; set; } = "…".
func (r *reader) noteProperty(f *frame, start int) {
	const longest = 64 // bytes of accessors
	if !r.lang.accessors || r.Pos-start > longest || !strings.HasPrefix(strings.TrimSpace(r.Text[start:r.Pos]), "get") {
		return
	}
	end := len(strings.TrimRight(r.Text[:start-1], " \t\r\n"))
	if name := lastName(r.Text[max(0, end-near):end]); name != "" {
		f.property, f.propertyEnd = source.Span{Start: end - len(name), End: end}, r.Pos
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
