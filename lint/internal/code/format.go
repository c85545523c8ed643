package code

import (
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// giveArguments gives a format what it fills in: elements are those of a call whose
// first literal is the format, of one on a literal, or of the list that an operator
// is given.
func (r *reader) giveArguments(left *frame, elements []element) {
	f := r.top()
	if r.giveCommand(left, elements) {
		return
	}
	switch {
	case f.receiver > 0 && left.role.fills():
		if f.receiver <= len(r.File.Pieces) {
			p := &r.File.Pieces[f.receiver-1]
			p.Arguments = append(p.Arguments, r.filledBy(left, elements)...)
		}
		r.endReceiver(f)
	case left.role == replaces:
		r.takeReplaced(left, elements)
	case left.role == readies:
		f.replaced = append(f.replaced, r.computedWords(elements, -1)...)
	case r.lang.bareWords && len(elements) > 0 && roleOf(elements[0].span.Slice(r.Text)) == replaces: // string(REPLACE …)
		r.takeReplaced(left, elements)
	case (f.role.fills() || f.role == logs) && r.isList(f, left): // Pascal's Format(…, […])
		f.filled = r.argumentsOf(elements)
	case f.role == replaces && r.isList(f, left):
		f.listed, f.computed = true, f.computed || slices.ContainsFunc(elements, r.isComputed)
		f.replaced = append(f.replaced, r.wordsOf(elements)...)
	case len(elements) > 1 && roleOf(elements[0].key) == formats && elements[0].piece >= 0: // Swift's String(format:)
		r.File.Pieces[elements[0].piece].Arguments = r.argumentsOf(elements[1:])
	case left.role.fills() && left.onLiteral:
		f.arguments = append(f.arguments, r.filledBy(left, elements)...)
	case left.role.fills(), left.role == logs, left.role == appends: // AppendFormat, Printf
		if left.role.fills() {
			r.fillNamed(f, left, elements)
		}
		r.fillFirst(f, left, elements)
	case f.operation.kind == replacesOne && left.group && f.isOperand(r.Text, left.start-1):
		r.replace(&f.operation, r.computedWords(elements, -1))
		f.operation.given = true
	case len(elements) > 0 && f.operation.formats() && !(f.operation.kind == formatsList && r.isNext(",")) && f.isOperand(r.Text, r.behindCallee(left, "dict")):
		arguments := r.argumentsOf(elements)
		for i := range arguments {
			if left.group { // whose elements have the name that the whole is given
				arguments[i].Name = ""
			}
		}
		r.fill(&f.operation, arguments...)
		f.operation.given = true
	}
}

// fillFirst gives the format among what a call is given, which is the first literal or has
// a name that says so, what stands behind it.
func (r *reader) fillFirst(f, left *frame, elements []element) {
	if isNameOfArgument(r.slice(f.word)) && f.role == formats && len(elements) == 2 && elements[0].piece >= 0 {
		r.nameArgument(f, elements)
		return
	}
	for i, e := range elements {
		named := formatNames[e.key]
		if e.piece < 0 || e.piece >= len(r.File.Pieces) || !named && slices.ContainsFunc(elements[i:], func(e element) bool { return formatNames[e.key] }) {
			continue
		}
		p := &r.File.Pieces[e.piece]
		r.cutLineEnd(p)
		p.Arguments = r.argumentsOf(elements[i+1:])
		if named {
			p.Arguments = r.argumentsOf(slices.Concat(elements[:i], elements[i+1:]))
		}
		if left.filled != nil && len(elements) == i+2 {
			p.Arguments = left.filled
		}
		if substituting[r.slice(f.word)] {
			p.AddVerbs('$')
		}
		return
	}
}

// formatNames are the names that the format has among named arguments.
var formatNames = map[string]bool{"fmt": true, "format": true}

// substituting are functions whose verbs are a $ and a number from 0: Abseil's.
var substituting = map[string]bool{"Substitute": true, "SubstituteAndAppend": true}

// isNameOfArgument reports whether a function gives an argument of a format its name:
// fmt::arg("key", value).
func isNameOfArgument(callee string) bool { return callee == "arg" }

// nameArgument makes the call that was left in f, of a name and a value, an argument of
// that name.
func (r *reader) nameArgument(f *frame, elements []element) {
	f.key = wholeKey(r.File.Pieces[elements[0].piece])
	if e := elements[1]; e.piece >= 0 {
		f.converted = conversion{source.Span{Start: f.operand.Start, End: r.Pos}, e.piece + 1}
	}
}

// behindCallee returns where the brackets of left start, with the callee of the name
// before them, if they have it.
func (r *reader) behindCallee(left *frame, name string) int {
	open := left.start - 1
	return len(strings.TrimSuffix(r.Text[max(0, open-len(name)):open], name)) + max(0, open-len(name))
}

// isNext reports whether a method is called next.
func (r *reader) isNext(method string) bool {
	rest := strings.TrimLeft(r.Text[r.Pos:min(len(r.Text), r.Pos+maxDelimiter)], " \t\r\n")
	return strings.HasPrefix(rest, method)
}

// fillingMethods are the methods and operators that put something into what a call
// returns for its literal, and whose further ones go on with that: Qt's, Python's, Boost's
// and those of templates.
var fillingMethods = [...]string{argMethod, ".replace(", ".substitute(", ".safe_substitute(", ".format(", ".render(", "->render(",
	".result_with_hash(", "%"}

const argMethod = ".arg(" // of Qt

// endReceiver forgets the literal that methods of f were called on, but where a further
// one follows.
func (r *reader) endReceiver(f *frame) {
	if !slices.ContainsFunc(fillingMethods[:], r.isNext) && !(making[r.slice(f.word)] && r.isNext("(")) {
		f.receiver = 0
	}
}

// filledBy returns what a method that formats what it is called on puts in.
func (r *reader) filledBy(left *frame, elements []element) []piece.Argument {
	if left.filled != nil && len(elements) < 2 {
		return left.filled
	}
	return r.argumentsOf(elements)
}

// fillNamed gives the text that a name holds what a call of left puts in: where its
// method is called on the name, or an argument names the text.
func (r *reader) fillNamed(f, left *frame, elements []element) {
	receiver := r.receiverOf(f)
	if r.templates[r.slice(f.word)] && f.operand.Start == f.word.Start {
		receiver = f.word
	}
	r.useText(receiver, textUse{arguments: r.filledBy(left, elements)})
	const most = 3 // arguments before the format
	for i, e := range elements[:min(len(elements), most)] {
		if e.piece >= 0 {
			return
		}
		r.useText(e.span, textUse{arguments: r.argumentsOf(elements[i+1:])})
	}
}

// receiverOf returns what the method is called on whose brackets were left in f.
func (r *reader) receiverOf(f *frame) source.Span {
	if f.state != operandOther || f.word.Start < f.operand.Start {
		return source.Span{}
	}
	receiver := r.Text[f.operand.Start:f.word.Start]
	return source.Span{Start: f.operand.Start, End: f.operand.Start + len(strings.TrimRight(receiver, ".?!:->"))}
}

// giveCommand gives a format what it fills in that stands behind it in a list without
// brackets: a command's arguments, or those of PowerShell's operator. It reports false
// where f has no such format.
func (r *reader) giveCommand(f *frame, elements []element) bool {
	if o := &f.operation; o.first != nil {
		r.fill(o, append([]piece.Argument{*o.first}, r.argumentsOf(behind(elements, o.first.Span.End))...)...)
		f.operation = operation{}
		return true
	}
	if f.command == 0 || f.command > len(r.File.Pieces) {
		return false
	}
	p := &r.File.Pieces[f.command-1]
	p.Arguments = append(p.Arguments, r.argumentsOf(behind(elements, p.Span().End))...)
	return true
}

// behind returns the elements that start behind an offset.
func behind(elements []element, at int) []element {
	for i, e := range elements {
		if e.span.Start > at {
			return elements[i:]
		}
	}
	return nil
}

// isList reports whether the brackets that were left, in f, are the whole operand: a
// list or a mapping that a call is given, and no index.
func (r *reader) isList(f, left *frame) bool {
	open := left.start - 1
	if left.headed {
		return r.slice(left.head) == "list"
	}
	switch left.open {
	case '[':
		return f.operand.Start == open && !r.lang.messages
	case '{':
		return f.operand.Start == open || f.from == left.start
	}
	name := r.Text[min(max(0, f.operand.Start), open):open]
	return name == "array" || name == "dict" || lastName(name) == "make_format_args"
}

func (r *reader) argumentsOf(elements []element) (arguments []piece.Argument) {
	for _, e := range elements {
		span := r.withoutComment(e.span)
		a := piece.Argument{Name: e.key, Text: span.Slice(r.Text), Span: span}
		if index := e.literal(); index >= 0 && index < len(r.File.Pieces) {
			p := &r.File.Pieces[index]
			if applied := r.Text[e.span.Start:max(e.span.Start, p.Span().Start)]; e.key == "" && strings.Contains(applied, " ") {
				arguments = append(arguments, a) // what a function is given: Get-Secret "name"
				continue
			}
			a.Text, a.Span, a.Literal = p.Text, p.Span(), len(p.Holes) == 0
		} else if r.isBareWord(a.Text) {
			a.Literal = true
		}
		arguments = append(arguments, a)
	}
	return arguments
}

// cutLineEnd takes the verb of a line end off the end of a format: %n of Java, ~n of Erlang,
// ~% of Lisp.
func (r *reader) cutLineEnd(p *piece.Piece) {
	if verb := r.lang.lineEndVerb; verb != "" {
		p.CutSuffix(verb)
	}
}

// withoutComment returns the part of an element before a comment that ends its line.
func (r *reader) withoutComment(span source.Span) source.Span {
	const longest = 1 << 10
	for _, marker := range r.lang.lineComments {
		if i := strings.Index(r.Text[span.Start:min(span.End, span.Start+longest)], " "+marker); i >= 0 {
			span.End = span.Start + i
		}
	}
	return trimmed(r.Text, span)
}

// isBareWord reports whether an element of a list is a literal without quotes.
func (r *reader) isBareWord(text string) bool {
	return r.lang.bareWords && text != "" && !strings.ContainsAny(text, "$[](){}\"")
}

// takeArguments gives a literal that ends in f the arguments of its method.
func (r *reader) takeArguments(f *frame, p *piece.Piece) {
	if len(f.arguments) > 0 {
		r.addNumbered(p)
	}
	p.Arguments, f.arguments = f.arguments, nil
	const most = 8 // elements that are looked at: a call may have many literals
	if !r.putsLiterals(f, r.elements[f.first:min(len(r.elements), f.first+most)]) {
		p.AddHoles(f.replaced)
		f.replaced = nil
	}
}

// addNumbered makes holes of the verbs of a format that are a mark and the number of
// an argument, or Nim's for the next one.
func (r *reader) addNumbered(p *piece.Piece) {
	if r.lang.numbered == 0 {
		return
	}
	var spans []source.Span
	for at := 0; at+1 < len(p.Text); at++ {
		end := at + 1
		for end < len(p.Text) && ascii.IsDigit(p.Text[end]) {
			end++
		}
		if r.lang.numbered == '%' && end < len(p.Text) && p.Text[end] == '%' && !ascii.IsDigit(p.Text[min(end+1, len(p.Text)-1)]) {
			end++ // Boost's
		}
		if p.Text[at] == '$' && p.Text[end:min(len(p.Text), end+1)] == "#" {
			end++
		}
		if p.Text[at] == r.lang.numbered && end > at+1 {
			spans = append(spans, source.Span{Start: at, End: end})
			at = end - 1
		}
	}
	p.AddHolesAt(spans)
}
