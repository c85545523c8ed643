package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A textOperator does something with the text before it.
type textOperator struct {
	text    string
	kind    operatorKind
	options bool // may stand before its operands, which blanks separate
}

type operatorKind int

const (
	_           operatorKind = iota
	formatsOne               // puts its operand, or the list that this is, into the text, as Python's % does
	formatsList              // puts what follows, with commas between, into the text, as PowerShell's -f does
	replacesOne              // puts its second operand for the first one, as PowerShell's -replace does
	matches                  // puts something for a pattern, as Perl's =~ does with s/…/…/
	pipes                    // gives the text to the function that follows
)

// textOperators are the operators of all languages. Of two that begin alike the
// longer one comes first.
var textOperators = []textOperator{
	{"%>%", pipes, false}, {"|>", pipes, false}, {"%", formatsOne, false}, {"-f ", formatsList, false},
	{"-replace ", replacesOne, false}, {"-creplace ", replacesOne, false}, {"-ireplace ", replacesOne, false},
	{"| str replace ", replacesOne, true}, {"=~", matches, false},
	{"format ", formatsOne, false}, {"replace ", replacesOne, false}, {"replaceAll ", replacesOne, false}, // methods between two operands
}

// An operation is an operator, the text before it, and what was read of its operands.
type operation struct {
	kind   operatorKind
	piece  int             // the index of the text in the file's pieces
	name   source.Span     // what is given in its place, where that is no literal
	end    int             // of the operator; 0 where there is none, or its operands were read
	spaced bool            // blanks separate its operands
	word   string          // the first operand of one that replaces
	first  *piece.Argument // the first operand of one that others follow behind commas
	given  bool            // brackets behind it held its operands
	last   bool            // what is piped is the last argument
	passed bool            // its last operand was just read: a further operator goes on with the text
	calls  int             // that the text went through: each copies it
}

// formats reports whether the operator puts its operands into the text.
func (o *operation) formats() bool { return o.kind == formatsOne || o.kind == formatsList }

// takeOperator takes note of the operator at the reader's place that does something
// with what was read before it: p, where that is a literal, or else operand.
func (r *reader) takeOperator(f *frame, p *piece.Piece, operand source.Span) {
	last := f.operation
	f.operation = operation{}
	for _, op := range textOperators {
		if !r.Has(op.text) {
			continue
		}
		next := operation{kind: op.kind, end: r.Pos + len(op.text), spaced: op.options}
		switch {
		case last.passed && last.kind == op.kind:
			next.piece, next.name, next.calls = last.piece, last.name, last.calls
		case p.Kind == piece.Literal && p.Text != "":
			next.piece = len(r.File.Pieces) - 1
		case f.receiver > 0 && f.receiver <= len(r.File.Pieces):
			next.piece, f.receiver = f.receiver-1, 0
		case r.groupsLast(operand):
			next.piece = len(r.File.Pieces) - 1
		case !operand.Empty():
			next.name = operand
		default:
			return
		}
		if op.options {
			next.end = r.behindOptions(next.end)
		}
		if next.name.Empty() && op.kind != pipes {
			r.addNumbered(&r.File.Pieces[next.piece])
		}
		f.operation = next
		return
	}
}

// groupsLast reports whether brackets group an operand that holds the last piece: Perl's
// (my $s = "…") =~ s/…/…/.
func (r *reader) groupsLast(operand source.Span) bool {
	last := len(r.File.Pieces) - 1
	return last >= 0 && !operand.Empty() && r.Text[operand.Start] == '(' && r.Text[operand.End-1] == ')' && operand.Covers(r.File.Pieces[last].Span())
}

// substitute takes a substitution, s/pattern/text/, which ends before the reader's
// place: what is computed in its text, or is its code, is put for the pattern.
func (r *reader) substitute(pattern, text string) {
	o := &r.top().operation
	if o.kind != matches || o.end == 0 {
		return
	}
	if o.given = true; strings.ContainsAny(text, "$@") || r.hasFlag('e') {
		r.replace(o, []string{strings.ReplaceAll(pattern, `\`, "")})
	}
}

// hasFlag reports whether a flag stands among those at the reader's place.
func (r *reader) hasFlag(flag byte) bool {
	return strings.IndexByte(r.Text[r.Pos:r.wordEnd(r.Pos)], flag) >= 0
}

// behindOptions returns where the options end that start at an offset.
func (r *reader) behindOptions(at int) int {
	for at < len(r.Text) && r.Text[at] == '-' {
		at = r.wordEnd(at)
		for at < len(r.Text) && r.Text[at] == ' ' {
			at++
		}
	}
	return at
}

// isOperand reports whether what starts at an offset is the operand of the operator
// before it. Marks and prefixes of a literal may stand between.
func (f *frame) isOperand(text string, start int) bool {
	const longest = 64
	between := start - f.operation.end
	return f.operation.end > 0 && f.operation.kind != pipes && between >= 0 && between < longest &&
		strings.Trim(text[f.operation.end:start], " \t\r\n\\\"'`(@frubLU8*") == ""
}

// giveOperand gives the operand that ends in f, p where that is a literal, to the
// operator before it.
func (r *reader) giveOperand(f *frame, p *piece.Piece) {
	o := &f.operation
	o.passed = o.kind == matches && o.given // a pattern is no operand
	span := f.operand
	if p.Text != "" {
		span = p.Span()
	} else if f.state != operandOther {
		return
	}
	if o.end == 0 || span.Start < o.end {
		return
	}
	constant := p.Text != "" && len(p.Holes) == 0 && !literal.IsExpression(p.Text)
	switch o.kind {
	case formatsOne:
		if !o.given {
			r.fill(o, r.operandArgument(f, p, span))
		}
	case formatsList:
		if o.given || o.first != nil {
			return
		}
		first := r.operandArgument(f, p, span)
		if r.Has(",") {
			o.first = &first
			return
		}
		r.fill(o, first)
	case replacesOne:
		switch {
		case o.given:
		case o.word == "" && p.Text != "" && f.isOperand(r.Text, span.Start) && (r.Has(",") || o.spaced):
			o.word = p.Text
			return
		case o.word != "" && !constant:
			r.replace(o, []string{o.word})
		}
		o.word = ""
	case pipes:
		if !o.given {
			return
		}
	}
	o.end, o.passed = 0, true
}

// operandArgument returns the operand that ends in f as the argument of a format.
func (r *reader) operandArgument(f *frame, p *piece.Piece, span source.Span) piece.Argument {
	if p.Text != "" {
		return piece.Argument{Text: p.Text, Span: span, Literal: len(p.Holes) == 0}
	}
	e := element{piece: -1, span: span}
	if f.converted.span == span {
		e.given = f.converted.given
	}
	return r.argumentsOf([]element{e})[0]
}

// fill gives the text before an operator what that puts into it.
func (r *reader) fill(o *operation, arguments ...piece.Argument) {
	if !o.name.Empty() {
		r.useText(o.name, textUse{arguments: arguments})
		return
	}
	p := &r.File.Pieces[o.piece]
	p.Arguments = append(p.Arguments, arguments...)
}

// replace makes holes of the words in the text before an operator.
func (r *reader) replace(o *operation, words []string) {
	if !o.name.Empty() {
		r.useText(o.name, textUse{words: words})
		return
	}
	r.AddHoles(o.piece, words)
}

// withPiped returns the elements that a call is given, of which the text before the
// operator in f is the first, or where functions are applied without brackets the
// last.
func (r *reader) withPiped(f, left *frame, elements []element) []element {
	o := &f.operation
	if o.kind != pipes || o.end == 0 || o.given || o.calls == maxSplice || !left.isCall() {
		return elements
	}
	last := o.last || r.lang.applied
	switch left.role {
	case formats, renders, replaces, concatenates, joins, pastes:
		if last && !left.role.fills() && left.role != replaces {
			return elements // a join is read in the order of the file
		}
		o.given = true
		o.calls++
	}
	piped := element{piece: -1, span: o.name}
	if o.name.Empty() {
		piped.piece, piped.span = o.piece, r.File.Pieces[o.piece].Span()
	}
	for i, e := range elements {
		if text := r.slice(e.span); text == "." || text == "_" { // R's, for what is piped
			elements = slices.Clone(elements)
			piped.key = e.key
			elements[i] = piped
			return elements
		}
	}
	if last {
		return append(slices.Clone(elements), piped)
	}
	return append([]element{piped}, elements...)
}

// thread makes the element of a threading that ends, p where it is a literal, what is
// given to the next one: (-> "…" (format x)), or its last argument in (->> …).
func (r *reader) thread(f *frame, p *piece.Piece) {
	if f.role != threads || f.element == 0 {
		return
	}
	next := operation{kind: pipes, end: r.Pos, last: r.slice(f.head) == "->>"}
	switch o := &f.operation; {
	case p.Text != "":
		next.piece = len(r.File.Pieces) - 1
	case o.passed:
		next.piece, next.name, next.calls = o.piece, o.name, o.calls
	default:
		next = operation{}
	}
	f.operation = next
}

// isOperator reports whether text starts with an operator that is a word.
func isOperator(text string) bool {
	return slices.ContainsFunc(textOperators, func(op textOperator) bool {
		return literal.IsWordByte(op.text[0]) && strings.HasPrefix(text, op.text)
	})
}
