package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// slice returns the text of an identifier.
func (r *reader) slice(s source.Span) string { return s.Slice(r.Text) }

// juxtaposed readies the expression for an operand that starts right after
// another one: a new statement, a declaration, the operand of a keyword or
// of a cast.
func (r *reader) juxtaposed(next string, at int) {
	f := r.top()
	if f.prev != classWord && f.prev != classClose && f.prev != classLiteral {
		return
	}
	if r.isSpaced(at) {
		r.nextElement(at)
		return
	}
	cast := f.prev == classClose && f.state == operandOther && strings.IndexByte("([", r.Text[f.operand.Start]) >= 0
	goesOn := continuing[next] || f.prev == classWord && continuing[r.slice(f.word)]
	if cast || goesOn && f.state == operandOther && !continuing[next] {
		f.state = operandNone
		return
	}
	joined := r.afterWord(next, at)
	macro := joined == piece.Joined && f.prev == classLiteral && r.lang.adjacent
	if p := r.flush(joined); macro && p.Text != "" && next != "" {
		r.putName(len(r.File.Pieces)-1, source.Span{Start: at, End: at + len(next)})
	}
	f.mixed, f.several = true, f.several || f.from < at
	if !goesOn {
		f.key, f.typed = literal.Key{}, false
		if joined != piece.Joined && !(f.prev == classWord && returning[r.slice(f.word)]) {
			f.given = false
		}
	}
	if joined != piece.Closed {
		f.front = joined
	}
}

// readWord takes an identifier, a keyword or a number.
func (r *reader) readWord(span source.Span) {
	f := r.top()
	if r.takeInfix(span) {
		return
	}
	if f.prev == classLiteral && literalSuffixes[r.slice(span)] && strings.IndexByte(" \t\r\n", r.Text[span.Start-1]) < 0 {
		return
	}
	r.juxtaposed(r.slice(span), span.Start)
	if r.lang.underscore && strings.EqualFold(r.slice(f.word), "As") {
		f.typedAs = f.name
	}
	f.name = source.Span{}
	if f.prev == classWord && !strings.Contains(r.Text[f.word.End:span.Start], "\n") {
		f.name = f.word
	}
	if f.prev == classConnect && f.state == operandLiteral {
		f.back = max(f.back, methodEnd(r.slice(span)))
		if stripsMargin(r.slice(span)) {
			literal.StripMargin(r.Text, &f.text, marginAt(r.Text[span.End:]))
		}
	}
	f.word, f.member = span, f.prev == classConnect
	r.takeHead()
	if returning[r.slice(span)] {
		f.given = true
	}
	r.extend(span)
	f.prev = classWord
	r.apply(span)
}

// takeInfix takes the word at span as the operator that it is between two operands, and
// reports whether it is one.
func (r *reader) takeInfix(span source.Span) bool {
	f := r.top()
	if !r.lang.infix || f.prev != classLiteral && f.prev != classClose || !isOperator(r.Text[span.Start:]) {
		return false
	}
	place := r.Pos
	r.Pos = span.Start
	r.operator()
	r.Pos = place
	return true
}

// literalSuffixes are words that are a part of the literal right before them.
var literalSuffixes = map[string]bool{"u8": true, "U8": true, "s": true, "sv": true, "_s": true, "_L1": true, "_qs": true, "_a": true}

// extend makes span part of the operand being read.
func (r *reader) extend(span source.Span) {
	switch f := r.top(); f.state {
	case operandNone:
		f.state, f.operand = operandOther, span
	case operandOther:
		f.operand.End = span.End
	}
}

// beginLiteral readies the expression for a literal.
func (r *reader) beginLiteral() {
	f := r.top()
	if !(r.lang.adjacent && f.prev == classLiteral) {
		commanded := f.prev == classWord && f.open != application && !f.headed && (callees[r.slice(f.word)] == formats || callees[r.slice(f.name)] == formats)
		applied := f.prev == classWord && f.state == operandOther && !f.headed && !isKeyword(r.slice(f.word)) && !returning[r.slice(f.word)]
		constructed := f.prev == classWord && r.lang.commands && roleOf(lastName(r.slice(f.word))) == consumes // New-Object Builder '…'
		if r.juxtaposed("", r.Pos); f.state != operandNone {
			r.flush(piece.Unknown)
			f.front = piece.Unknown
		}
		if set := r.setBefore(); !set.Empty() {
			f.key = r.wordKey(set)
		}
		f.commanded = commanded
		f.given = f.given || constructed
		f.applied = applied && (f.call != nil || f.secret != schema.None || f.fallback != schema.None)
	}
	f.state, f.prev = operandLiteral, classLiteral
	f.literals++
}

// setBefore returns the name that the command set gives the word at the reader's place,
// in a language whose words need no quotes.
func (r *reader) setBefore() source.Span {
	if !r.lang.bareWords || r.top().open == '(' {
		return source.Span{}
	}
	before := strings.TrimRight(r.Text[max(0, r.Pos-maxDelimiter):r.Pos], " ")
	name := lastName(before)
	if end := r.Pos - (min(r.Pos, maxDelimiter) - len(before)); lastName(strings.TrimSuffix(before, name)) == "set" {
		return source.Span{Start: end - len(name), End: end}
	}
	return source.Span{}
}

// join takes the operator between two strings.
func (r *reader) join() {
	f := r.top()
	r.endOperand()
	f.state, f.prev = operandNone, classOther
}

// endOperand makes a hole of an operand that is no literal.
func (r *reader) endOperand() {
	if f := r.top(); f.state == operandOther {
		f.text.Hole(literal.HoleText("{", r.slice(f.operand), "}"), f.operand)
	}
}

// flush ends an expression and keeps its piece if it has a literal. What ends it
// says what stands behind it, as far as it does.
func (r *reader) flush(after piece.End) (p piece.Piece) {
	f := r.top()
	if f.literals > 0 {
		r.endOperand()
		p = f.text.Piece(piece.Literal)
		p.Key, p.KeySpan = f.key.Name, f.key.Span
		p.SetEnds(f.ends(after))
		p.ForKusto, p.Role = r.isForKusto(f), f.roleWanted()
		r.giveSecret(f, &p)
		r.takeArguments(f, &p)
		r.giveOperand(f, &p)
		p.Escape, p.Bare = escapeAlike(slices.Clone(f.forms)), len(f.forms) == 1 && f.forms[0].IsBare()
		if p.Text != "" {
			r.Keep(p)
			r.takeReplacedByMessage(f, &p)
			if f.commanded {
				f.command = len(r.File.Pieces)
			}
			if f.puts {
				r.putBehind(len(r.File.Pieces)-1, false)
			}
		}
		f.puts, f.commanded = false, false
	}
	if f.literals == 0 && f.state == operandOther {
		r.useName(f)
		if f.streamed > 0 && f.streamed <= len(r.File.Pieces) {
			r.putName(f.streamed-1, f.operand)
		}
		if f.puts {
			r.useText(f.key.Span, textUse{behind: f.operand})
		}
		r.giveOperand(f, &p)
	}
	f.text.Reset()
	f.applied = false
	if f.state != operandNone {
		f.streamed = 0
	}
	f.state, f.forms, f.literals, f.front, f.back = operandNone, f.forms[:0], 0, 0, 0
	return p
}

// escapeAlike writes text that reads the same in literals of each form.
func escapeAlike(forms []literal.Form) func(string) (string, bool) {
	return func(s string) (string, bool) {
		escaped := ""
		for i, form := range forms {
			e, ok := form.Escape(s)
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
func (r *reader) operator() {
	f := r.top()
	if f.state == operandNone && f.text.Len() > 0 {
		return // a sign before an operand
	}
	after := afterOperator(r.Text[r.Pos:])
	empty := f.state == operandNone
	operand := f.computedOperand()
	p := r.flush(after)
	if r.lang.arrays && f.commas > 0 && r.Has("|") { // an array that is piped
		r.endElement(p)
		f.from = r.Pos + 1
	}
	if !empty || f.operation.given {
		r.takeOperator(f, &p, operand)
	}
	f.prev, f.mixed, f.several = classOther, true, true
	if after != piece.Closed && !empty {
		f.front = after
	}
	if p.Text != "" && r.Has("<<") {
		f.streamed = len(r.File.Pieces)
	}
}

// isSpaced reports whether white space before an offset ends an element of a list.
// In braces a line end ends a statement all the same.
func (r *reader) isSpaced(at int) bool {
	f := r.top()
	if f.open == application {
		return r.Text[at-1] <= ' '
	}
	if f.open == 0 || strings.IndexByte(r.lang.spaced, f.open) < 0 {
		return false
	}
	return f.open != '{' || r.lang.keyed || !strings.Contains(r.Text[len(strings.TrimRight(r.Text[:at], " \t\r\n")):at], "\n")
}

// nextElement ends an element of a list that white space separates, before the one
// that starts at an offset.
func (r *reader) nextElement(at int) {
	f := r.top()
	place, span := r.Pos, source.Span{Start: f.from, End: at}
	r.Pos = at
	p := r.flush(piece.Unknown)
	r.endElement(p)
	r.thread(f, &p)
	r.Pos = place
	if f.element++; f.element == 2 {
		f.defined = f.word
	}
	f.from, f.several = at, false
	f.key, f.typed, f.choice, f.given = literal.Key{}, false, 0, false
	if f.role == defines && f.headed && f.element > 1 {
		f.key = literal.Key{Name: r.slice(f.defined), Span: f.defined}
	}
	if r.isKeyed(f) && f.element%2 == 1 {
		f.key, f.given = r.keyOfElement(p, span), true
	}
	f.index, f.name, f.prev, f.mixed = literal.Key{}, source.Span{}, classOther, true
}

// isKeyed reports whether the brackets of f hold names and values by turns.
func (r *reader) isKeyed(f *frame) bool {
	isSet := f.start > 1 && r.Text[f.start-2] == '#'
	return r.lang.keyed && f.open == '{' && f.hole == nil && !isSet
}

// keyOfElement makes a key of an element, which is the literal of p or a keyword such as
// :name.
func (r *reader) keyOfElement(p piece.Piece, element source.Span) literal.Key {
	if p.Text != "" {
		return wholeKey(p)
	}
	element = trimmed(r.Text, element)
	if name, ok := strings.CutPrefix(r.slice(element), ":"); ok && literal.WordEnd(name, 0) > 0 {
		return literal.Key{Name: name, Span: source.Span{Start: element.Start + 1, End: element.End}}
	}
	return literal.Key{}
}

// isHeaded reports whether the first word in the brackets of f is the function that they
// call.
func (r *reader) isHeaded(f *frame) bool { return r.lang.headed != "" && f.open == r.lang.headed[0] }

// takeHead makes the first word in brackets what they are called by, in a language
// that calls so.
func (r *reader) takeHead() {
	f := r.top()
	if !r.isHeaded(f) || f.state != operandNone {
		return
	}
	name := r.slice(f.word)
	switch {
	case !f.headed && f.element == 0:
		f.headed, f.head = true, f.word
	case f.headed && f.element == 1 && f.role == 0: // of a command that has several: string map
		name = r.slice(f.head) + " " + name
	default:
		return
	}
	class, method, _ := strings.Cut(name, "/") // Clojure's
	if f.role = roleOf(name[strings.LastIndexByte(name, '/')+1:]); f.role == signsIn {
		if c := calls.Of(method); c != nil && (c.Distinctive || r.isBuilderName(lastName(class))) {
			f.call = c
		}
	} else if name == "str" {
		f.role = concatenates
	} else if name == "string map" {
		f.role = replaces
	} else if name == "->" || name == "->>" {
		f.role = threads
	}
}

// separator ends a value, an argument or a statement.
func (r *reader) separator() {
	f := r.top()
	after, comma := piece.Closed, r.Has(",")
	if comma {
		if after = f.afterComma(); r.lang.arrays && f.open != '(' {
			after, f.given = piece.Unknown, false // an array, which -join may follow
		}
	}
	p := r.flush(after)
	if comma {
		r.endElement(p)
		f.element++
		f.commas++
	} else if r.lang.arrays && f.open == '(' && p.Text != "" {
		r.endElement(p) // of an array
		f.element++
	} else if f.commas > 0 && (f.open == 0 || f.open == '{') {
		r.endElement(p) // of a call or a list without brackets
		r.giveCommand(f, r.elements[f.first:])
		r.listed(r.elements[f.first:], true)
		r.elements, f.commas = r.elements[:f.first], 0
	}
	if !comma && !r.Has("{") {
		f.command = 0
	}
	if !comma && !r.Has("{") || f.operation.end == 0 {
		f.operation = operation{}
	}
	f.from, f.several = r.Pos+1, false
	f.key, f.typed, f.choice, f.given = literal.Key{}, false, 0, false
	f.index, f.name, f.prev, f.mixed = literal.Key{}, source.Span{}, classOther, true
}
