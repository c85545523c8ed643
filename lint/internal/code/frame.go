package code

import (
	"slices"

	"kustoconn/internal/methods"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// A frame is what one pair of brackets holds: the expression being read
// in it, and the name that it is assigned to.
//
// An expression is a list of operands joined by +. Literals go into text as
// they are read, other operands as holes when the next + or the end shows
// that a literal is joined to them.
type frame struct {
	open  byte         // ( [ { or 0 for the file
	start int          // where they start, behind the bracket
	hole  *openLiteral // the literal that the bracket interrupts, if any
	group bool         // the brackets only group
	// indent is the indentation of the line on which an application starts.
	indent int
	rest   int  // one more than the number of arguments before the operator behind which all is one
	mixed  bool // they hold more than one concatenation

	state    operandState
	operand  source.Span // where state is operandOther
	text     piece.Builder
	literals int
	forms    []literal.Form // of the literals, without repetition

	defined source.Span // the name that the brackets give a value
	headed  bool        // the first word in the brackets is the function that they call
	head    source.Span // that word
	role    role        // of the function whose arguments the brackets hold
	given   bool        // the value of an assignment or of a return is read
	puts    bool        // the value is put behind what a name holds
	front   piece.End   // what stands before the expression in its element; zero for nothing
	back    piece.End   // what the methods called on a literal make of its end
	element int         // how many commas were read
	commas  int         // how many of the statement
	from    int         // where the element starts
	several bool        // the element is more than one expression
	first   int         // the first of the frame's own in the reader's elements
	list    []element   // of a list that is an argument of one that joins
	parted  string      // the literal whose method join is called
	hasPart bool        // there is one

	onLiteral bool             // what the brackets are called on is a literal
	arguments []piece.Argument // of the method that formats the literal being read
	operation operation
	commanded bool             // the literal being read is given to a function that formats, without brackets
	command   int              // one more than the index of that literal's piece; 0 where there is none
	streamed  int              // the same of the literal before an operator <<
	receiver  int              // the same of the literal whose text a call makes that others format: QString("%1")
	converted conversion       // the last one
	filled    []piece.Argument // what a list among the arguments fills in
	replaced  []string         // words that a method called on the literal puts something for, or a mapping in the brackets
	listed    bool             // a list of words was among what it is given
	computed  bool             // such a list holds something that is no literal

	call      *calls.Call // that takes a secret and whose arguments the brackets hold
	secret    schema.ID   // what all in them is given for
	fallback  schema.ID   // what their elements from the element lowest on are given for
	lowest    int
	onlyFirst bool // of them the first alone is
	applied   bool // the literal being read is given to the word before it: f "x"
	builder   bool // a builder's members are given in them

	consumer *methods.Consumer // whose arguments the brackets hold
	wants    methods.Role      // of the endpoint in the first of them, where they are a builder's

	prev    tokenClass
	word    source.Span // the last identifier
	member  bool        // it is a member's name, which no keyword is
	name    source.Span // the one right before it, on the same line: "name type"
	typedAs source.Span // the name before its type, behind "As" or in an annotation
	generic source.Span // the name before type arguments
	// property is the name before the accessors that end at propertyEnd.
	property    source.Span
	propertyEnd int

	index  literal.Key // the literal that the last [ ] held
	key    literal.Key
	typed  bool // key was followed by a colon: a type may come before the value
	choice int  // open ? of conditional expressions
}

// isCall reports whether f holds the arguments of a function.
func (f *frame) isCall() bool {
	return (f.open == '(' || f.open == application) && (!f.group || f.headed)
}

// A conversion is a call that returns a literal as another type.
type conversion struct {
	span  source.Span
	given int // one more than the index of the literal's piece
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

func (r *reader) push(f frame) {
	if f.open == '{' {
		r.braces++
	}
	f.first, f.start, f.from = len(r.elements), r.Pos, r.Pos
	r.frames = append(r.frames, f)
}

// pop ends the expression of the top frame and takes it off. A literal that
// its hole interrupted stays as far as it was read.
func (r *reader) pop() {
	r.flush(piece.Unknown)
	lit := r.top().hole
	r.dropFrame()
	if lit != nil {
		r.Note(lit.start, "interpolation is not closed")
		r.top().addForm(lit.form)
	}
}

func (r *reader) dropFrame() {
	if r.top().open == '{' {
		r.braces--
	}
	r.elements = r.elements[:r.top().first] // they stay in place until the next one
	r.frames = r.frames[:len(r.frames)-1]
}

// computedOperand returns the operand that is being read, where it is no literal.
func (f *frame) computedOperand() source.Span {
	if f.state != operandOther || f.literals > 0 {
		return source.Span{}
	}
	return f.operand
}

func (f *frame) addForm(form literal.Form) {
	if !slices.Contains(f.forms, form) {
		f.forms = append(f.forms, form)
	}
}
