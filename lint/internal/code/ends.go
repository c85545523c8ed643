package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// place says what stands at both ends of an expression that is a whole element of
// the frame: nothing where a name or a key is given it, whatever a call does.
func (f *frame) place() piece.End {
	switch f.role {
	case concatenates, joins, pastes, appends:
		return piece.Joined
	case formats:
		if f.element > 0 {
			return piece.Joined
		}
	case consumes:
		if f.element == 0 {
			return piece.Closed
		}
	case defines:
		if f.headed && f.element > 1 {
			return piece.Closed
		}
	}
	if f.given {
		return piece.Closed
	}
	return piece.Unknown
}

// afterComma is what a comma says of the argument before it.
func (f *frame) afterComma() piece.End {
	switch f.role {
	case logs:
		return piece.Joined
	case consumes:
		return piece.Unknown
	}
	return piece.Closed
}

// ends says what stands before and behind the expression being read, where after
// is what ends it.
func (f *frame) ends(after piece.End) (front, back piece.End) {
	place := f.place()
	front, back = max(place, f.front), max(place, f.back, after)
	switch f.role {
	case builds:
		back = piece.Joined
	case logs:
		if f.element > 0 {
			front = piece.Joined
		}
	}
	return front, back
}

// behind says what stands behind an operand that ends at an offset: an
// operator that joins, a method, or what place says.
func (r *reader) behind(at int, place piece.End) piece.End {
	for at < len(r.Text) && strings.IndexByte(" \t\r\n", r.Text[at]) >= 0 {
		at++
	}
	rest := r.Text[at:]
	if r.joinsAt(rest) > 0 {
		return piece.Joined
	}
	for _, dot := range []string{".", "?.", "->", "::"} {
		if name, ok := strings.CutPrefix(rest, dot); ok {
			return max(place, methodEnd(name[:literal.WordEnd(name, 0)]))
		}
	}
	if strings.HasPrefix(rest, "%") {
		return max(place, piece.Unknown)
	}
	return place
}

// joinsAt returns the length of the operator that text starts with, if it joins
// strings.
func (r *reader) joinsAt(text string) int {
	for _, op := range r.lang.joins {
		if strings.HasPrefix(text, op) {
			return len(op)
		}
	}
	if strings.HasPrefix(text, "+") && !strings.HasPrefix(text, "++") && !strings.HasPrefix(text, "+=") {
		return 1
	}
	return 0
}

// afterOperator is what an operator that joins no strings in the language says of
// the operand before it: the arms of a choice are whole, a comparison tells
// nothing, and anything else may be a join that the table does not know.
func afterOperator(text string) piece.End {
	for _, choice := range [...]string{"??", "?", ":", "||", "&&", "|>", "%>%"} {
		if strings.HasPrefix(text, choice) {
			return piece.Closed
		}
	}
	for _, op := range [...]string{"<<", "<>", "++", "..", "~", "^", "&"} {
		if strings.HasPrefix(text, op) {
			return piece.Joined
		}
	}
	return piece.Unknown
}

// afterWord is what a word that follows an operand says of it: that a statement
// begins, if it is on another line, or that an expression goes on.
func (r *reader) afterWord(next string, at int) piece.End {
	f := r.top()
	if continuing[next] || r.tagDepth == len(r.frames) { // the tag's next attribute
		return piece.Closed
	}
	if f.prev != classLiteral && f.prev != classClose {
		return piece.Closed
	}
	between := r.Text[len(strings.TrimRight(r.Text[:at], " \t\r\n")):at]
	if strings.ContainsAny(between, "\r\n") {
		if r.lang.adjacent && f.open != 0 && f.open != '{' {
			return piece.Joined // a macro between two literals
		}
		return piece.Closed
	}
	return piece.Joined
}

// An element is what one comma of a list or a call ends.
type element struct {
	piece int         // its literal's index in the file's pieces, or -1
	span  source.Span // of its text
	key   string      // its name, where it has one
	empty bool        // it is a literal without text
	given int         // one more than the index of the literal that a call returns, which the element is; else 0
}

// literal returns the index of the piece whose text the element is, in the file's pieces,
// also where a call returns it; -1 where it is computed.
func (e element) literal() int {
	if e.given > 0 {
		return e.given - 1
	}
	return e.piece
}

// endElement takes note of the element of the top frame that ends at the reader's
// place, p having been kept of it.
func (r *reader) endElement(p piece.Piece) {
	f := r.top()
	if f.hole != nil || f.headed && f.element == 0 {
		return
	}
	e := element{piece: -1, span: trimmed(r.Text, source.Span{Start: f.from, End: r.Pos}), key: f.key.Name}
	if p.Kind == piece.Literal && !f.several {
		if e.empty = p.Text == ""; !e.empty {
			e.piece = len(r.File.Pieces) - 1
		}
	}
	if f.converted.span == e.span {
		e.given = f.converted.given
	}
	if e.piece >= 0 || !e.span.Empty() {
		r.elements = append(r.elements, e)
	}
}

func trimmed(text string, s source.Span) source.Span {
	for s.Start < s.End && strings.IndexByte(" \t\r\n", text[s.Start]) >= 0 {
		s.Start++
	}
	for s.Start < s.End && strings.IndexByte(" \t\r\n", text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

// listed notes that elements are of one list. Those with a name of their own are
// fields or named arguments, which nothing joins, but where a list without brackets
// is assigned to the name.
func (r *reader) listed(elements []element, assigned bool) {
	r.lists++
	for _, e := range elements {
		if e.piece >= 0 && (e.key == "" || assigned) {
			r.File.Pieces[e.piece].List = r.lists
		}
	}
}

// nameMade gives the literal that a call makes a text of the name that this is given:
// t = Template("…"). One that is an argument of a format is that literal.
func (r *reader) nameMade(f, left *frame, elements []element) {
	if left.open != '(' || len(elements) != 1 || elements[0].piece < 0 || elements[0].piece >= len(r.File.Pieces) || f.state != operandOther {
		return
	}
	callee := lastName(r.Text[max(f.operand.Start, left.start-1-near):max(f.operand.Start, left.start-1)])
	if (f.role == formats || f.role == replaces || f.operation.end > 0) && converting[callee] {
		f.converted = conversion{source.Span{Start: f.operand.Start, End: r.Pos}, elements[0].piece + 1}
	}
	p := &r.File.Pieces[elements[0].piece]
	if callee == "Template" || callee == "template" {
		p.AddVerbs('$')
	}
	if p.Key == "" && (converting[callee] || making[callee]) {
		p.Key, p.KeySpan = f.key.Name, f.key.Span
	}
	if making[callee] && f.key.Name != "" {
		r.templates[f.key.Name] = true
	}
}

// nameFallback gives the literal that a look-up falls back to the name that the result is
// given: key = getenv("KEY", "…").
func (r *reader) nameFallback(f, left *frame, elements []element) {
	from, ok := calls.Fallback(r.slice(f.word))
	switch last := len(elements) - 1; {
	case strings.HasSuffix(r.slice(f.operand), "flag.String("): // Go's, of a name, a value and a help text
		from, ok = 1, last == 2
	case last == 1: // what is looked up, and what that falls back to
		from = last
	default:
		ok = ok && from == last
	}
	if !ok || left.open != '(' || f.key.Name == "" || elements[from].piece < 0 || elements[from].piece >= len(r.File.Pieces) {
		return
	}
	p := &r.File.Pieces[elements[from].piece]
	if p.Key == "" && !calls.LooksUp(r.slice(f.operand)) {
		p.Key, p.KeySpan = f.key.Name, f.key.Span
	}
	if p.Front == piece.Unknown && p.Back == piece.Unknown {
		place := f.place()
		p.SetEnds(max(place, f.front), r.behind(r.Pos, place)) // what the call returns is the literal
	}
}

// settle says of the frame left, whose bracket was closed right before the
// reader's place, what stands behind it, and puts the elements together where
// they are joined.
func (r *reader) settle(left *frame, elements []element, p piece.Piece) {
	f := r.top()
	elements = r.withPiped(f, left, elements)
	r.giveArguments(left, elements)
	r.nameMade(f, left, elements)
	r.nameFallback(f, left, elements)
	r.putArguments(left, elements)
	if left.onLiteral && left.role == concatenates && len(elements) == 1 && elements[0].piece < 0 && !elements[0].empty {
		f.text.Hole(literal.HoleText("{", elements[0].span.Slice(r.Text), "}"), elements[0].span)
	}
	if left.open == '{' && len(elements) < 2 {
		return
	}
	if f.role == joins || f.role == concatenates {
		isMapping := left.open == '{' && slices.ContainsFunc(elements, func(e element) bool { return e.key != "" })
		if f.list == nil && left.role == 0 && !isMapping && (len(elements) > 1 || len(elements) == 1 && left.open != '(') {
			f.list = append([]element{}, elements...)
		}
	}
	if items, separator, ok := r.joined(left, elements); ok {
		if r.merge(items, separator, 0, left.hasPart) && f.operation.given {
			f.operation.piece, f.operation.name = len(r.File.Pieces)-1, source.Span{}
		}
		return
	}
	if len(elements) > 1 {
		if separator, n := r.joinMethod(); n > 0 {
			r.merge(elements, separator, n, false)
			return
		}
	}
	if left.role == 0 && len(elements) > 1 {
		r.listed(elements, left.group)
	}
	if left.open == '(' && !left.group && p.Text != "" && len(elements) == 1 {
		last := &r.File.Pieces[len(r.File.Pieces)-1]
		if r.isNext(argMethod) {
			r.addNumbered(last)
		}
		if f.receiver = 0; f.state != operandLiteral {
			f.receiver = len(r.File.Pieces)
			r.endReceiver(f)
		}
		if r.behind(r.Pos, piece.Closed) == piece.Joined {
			last.SetEnds(last.Front, piece.Joined)
		}
	}
}
