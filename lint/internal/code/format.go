package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A formatting is a literal that an operator formats, as Python's % and
// PowerShell's -f do: what is given to it follows.
type formatting struct {
	piece    int  // the literal's index in the file's pieces
	end      int  // of the operator; 0 where there is none, or what it replaces was read
	replaces bool // it puts something for the word that follows, as PowerShell's -replace does
	pipes    bool // it gives the literal to the function that follows
	lists    bool // commas separate what it fills in, as behind PowerShell's -f
	spaced   bool // blanks separate its arguments, as those of Nushell's str replace
}

// takeFormatting takes note of the operator at the reader's place that formats p,
// the literal before it.
func (r *reader) takeFormatting(f *frame, p *piece.Piece) {
	if f.formatting.pipes && r.Has(">") && r.Before() == '|' {
		return // the rest of the operator
	}
	subject := len(r.File.Pieces) - 1
	chained := f.formatting.replaces && f.formatting.end == 0
	if chained {
		subject = f.formatting.piece
	}
	f.formatting = formatting{}
	if !chained && (p.Kind != piece.Literal || p.Text == "") {
		return
	}
	for _, op := range [...]string{"%", "-f ", "-replace ", "-creplace ", "-ireplace ", "| str replace ", "|>"} {
		replaces := strings.HasSuffix(op, "replace ")
		if r.Has(op) && (replaces || !chained) {
			f.formatting = formatting{
				piece: subject, end: r.Pos + len(op), replaces: replaces, pipes: op == "|>", lists: op == "-f ", spaced: replaces && op[0] == '|',
			}
			if f.formatting.spaced {
				f.formatting.end = r.behindOptions(f.formatting.end)
			}
			r.addNumbered(&r.File.Pieces[f.formatting.piece])
		}
	}
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

// formats reports whether what starts at an offset is given to the operator before
// it. Marks and prefixes of a literal may stand between.
func (f *frame) formats(text string, start int) bool {
	const longest = 16
	between := start - f.formatting.end
	return f.formatting.end > 0 && !f.formatting.pipes && between >= 0 && between < longest &&
		strings.Trim(text[f.formatting.end:start], " \"'`(@frub") == ""
}

// giveArguments gives a format what it fills in: elements are those of a call whose
// first literal is the format, of one on a literal, or of the list that an operator
// is given.
func (r *reader) giveArguments(left *frame, elements []element) {
	f := r.top()
	if r.giveCommand(left, elements) {
		return
	}
	switch {
	case f.receiver > 0 && left.role == formats:
		if f.receiver <= len(r.File.Pieces) {
			p := &r.File.Pieces[f.receiver-1]
			p.Arguments = append(p.Arguments, r.argumentsOf(elements)...)
		}
		r.endReceiver(f)
	case left.role == replaces:
		r.takeReplaced(left, elements)
	case left.role == readies && slices.ContainsFunc(elements, isComputed):
		f.replaced = append(f.replaced, r.wordsOf(elements, -1)...)
	case r.lang.bareWords && len(elements) > 0 && roleOf(elements[0].span.Slice(r.Text)) == replaces: // string(REPLACE …)
		r.takeReplaced(left, elements)
	case (f.role == formats || f.role == logs) && f.element > 0 && r.isList(f, left): // Pascal's Format(…, […])
		f.filled = r.argumentsOf(elements)
	case f.role == replaces && r.isList(f, left):
		f.listed, f.computed = true, f.computed || slices.ContainsFunc(elements, isComputed)
		f.replaced = append(f.replaced, r.wordsOf(elements, -1)...)
	case len(elements) > 1 && roleOf(elements[0].key) == formats && elements[0].piece >= 0: // Swift's String(format:)
		r.File.Pieces[elements[0].piece].Arguments = r.argumentsOf(elements[1:])
	case left.role == formats && left.onLiteral:
		f.arguments = append(f.arguments, r.argumentsOf(elements)...)
	case left.role == formats, left.role == logs, left.role == appends: // AppendFormat, Printf
		for i, e := range elements {
			if e.piece >= 0 && e.piece < len(r.File.Pieces) {
				r.cutLineEnd(&r.File.Pieces[e.piece])
				r.File.Pieces[e.piece].Arguments = r.argumentsOf(elements[i+1:])
				if left.filled != nil && len(elements) == i+2 {
					r.File.Pieces[e.piece].Arguments = left.filled
				}
				return
			}
		}
	case len(elements) > 0 && f.formats(r.Text, left.start-1):
		arguments := r.argumentsOf(elements)
		for i := range arguments {
			if left.group { // whose elements have the name that the whole is given
				arguments[i].Name = ""
			}
		}
		r.File.Pieces[f.formatting.piece].Arguments = arguments
		f.formatting = formatting{}
	}
}

// isNext reports whether a method is called next.
func (r *reader) isNext(method string) bool {
	rest := strings.TrimLeft(r.Text[r.Pos:min(len(r.Text), r.Pos+maxDelimiter)], " \t\r\n")
	return strings.HasPrefix(rest, method)
}

// The methods that put something into what a call returns for its literal.
const (
	argMethod     = ".arg(" // of Qt
	replaceMethod = ".replace("
)

// endReceiver forgets the literal that methods of f were called on, but where a further
// one follows.
func (r *reader) endReceiver(f *frame) {
	if !r.isNext(argMethod) && !r.isNext(replaceMethod) {
		f.receiver = 0
	}
}

// giveCommand gives a format what it fills in that stands behind it in a list without
// brackets: a command's arguments, or those of PowerShell's operator. It reports false
// where f has no such format.
func (r *reader) giveCommand(f *frame, elements []element) bool {
	index := f.command - 1
	if f.formatting.lists && f.commas > 0 {
		index = f.formatting.piece
	}
	if index < 0 || index >= len(r.File.Pieces) {
		return false
	}
	p := &r.File.Pieces[index]
	for i, e := range elements {
		switch end := f.formatting.end; {
		case e.span.Start > p.Span().End:
			p.Arguments = append(p.Arguments, r.argumentsOf(elements[i:])...)
			return true
		case end > 0 && len(p.Arguments) == 0 && end <= e.span.End:
			first := trimmed(r.Text, source.Span{Start: end, End: e.span.End})
			p.Arguments = append(p.Arguments, piece.Argument{Text: first.Slice(r.Text), Span: first})
		}
	}
	return true
}

// isList reports whether the brackets that were left, in f, are the whole operand: a
// list or a mapping that a call is given, and no index.
func (r *reader) isList(f, left *frame) bool {
	open := left.start - 1
	switch left.open {
	case '[':
		return f.operand.Start == open && r.lang != &c // a message of Objective-C
	case '{':
		return f.operand.Start == open || f.from == left.start
	}
	name := r.Text[min(max(0, f.operand.Start), open):open]
	return name == "array" || r.lang == &tcl && strings.HasPrefix(r.Text[left.start:], "list ")
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

// takeArguments gives a literal that ends in f the arguments of its method, or gives
// it to the operator before it.
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
	if f.formatting.end == 0 || p.Text == "" {
		return
	}
	switch span := p.Span(); {
	case !f.formats(r.Text, span.Start):
	case f.formatting.replaces:
		if r.Has(",") || f.formatting.spaced {
			r.addHoles(f.formatting.piece, []string{p.Text})
		}
		f.formatting.end = 0 // a further operator may go on
	default:
		r.File.Pieces[f.formatting.piece].Arguments = []piece.Argument{{Text: p.Text, Span: span, Literal: len(p.Holes) == 0}}
		if !r.Has(",") {
			f.formatting = formatting{}
		}
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
		for end < len(p.Text) && literal.IsDigit(p.Text[end]) {
			end++
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
