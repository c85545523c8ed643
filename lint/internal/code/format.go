package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A formatting is a literal that an operator formats, as Python's % and
// PowerShell's -f do: what is given to it follows.
type formatting struct {
	piece    int  // the literal's index in the file's pieces
	end      int  // of the operator; 0 where there is none
	replaces bool // it puts something for the word that follows, as PowerShell's -replace does
}

// takeFormatting takes note of the operator at the reader's place that formats p,
// the literal before it.
func (r *reader) takeFormatting(f *frame, p *piece.Piece) {
	f.formatting = formatting{}
	if p.Kind != piece.Literal || p.Text == "" {
		return
	}
	for _, op := range [...]string{"%", "-f ", "-replace ", "-creplace ", "-ireplace "} {
		if r.Has(op) {
			f.formatting = formatting{len(r.File.Pieces) - 1, r.Pos + len(op), strings.HasSuffix(op, "replace ")}
			r.addNumbered(&r.File.Pieces[f.formatting.piece])
		}
	}
}

// formats reports whether what starts at an offset is given to the operator before
// it. Marks and prefixes of a literal may stand between.
func (f *frame) formats(text string, start int) bool {
	const longest = 16
	between := start - f.formatting.end
	return f.formatting.end > 0 && between >= 0 && between < longest &&
		strings.Trim(text[f.formatting.end:start], " \"'`(@frub") == ""
}

// giveArguments gives a format what it fills in: elements are those of a call whose
// first literal is the format, of one on a literal, or of the list that an operator
// is given.
func (r *reader) giveArguments(left *frame, elements []element) {
	f := r.top()
	switch {
	case left.role == replaces:
		r.takeReplaced(left, elements)
	case f.role == formats && f.element > 0 && left.open == '[' && f.operand.Start == left.start-1: // Pascal's Format(…, […])
		f.filled = r.argumentsOf(elements)
	case f.role == replaces && left.open != '(' && f.operand.Start == left.start-1: // a list or a mapping, no index
		f.replaced = append(f.replaced, r.wordsOf(elements, -1)...)
	case r.lang == &tcl && len(elements) > 2 && elements[1].piece >= 0 && roleOf(elements[0].span.Slice(r.Text)) == formats:
		r.File.Pieces[elements[1].piece].Arguments = r.argumentsOf(elements[2:])
	case len(elements) > 1 && elements[0].key == "format" && elements[0].piece >= 0: // Swift's String(format:)
		r.File.Pieces[elements[0].piece].Arguments = r.argumentsOf(elements[1:])
	case left.role == formats && left.onLiteral:
		f.arguments = r.argumentsOf(elements)
	case left.role == formats, left.role == logs, left.role == appends: // AppendFormat, Printf
		for i, e := range elements {
			if e.piece >= 0 && e.piece < len(r.File.Pieces) {
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

func (r *reader) argumentsOf(elements []element) (arguments []piece.Argument) {
	for _, e := range elements {
		a := piece.Argument{Name: e.key, Text: e.span.Slice(r.Text), Span: e.span}
		if e.piece >= 0 && e.piece < len(r.File.Pieces) {
			p := &r.File.Pieces[e.piece]
			if applied := r.Text[e.span.Start:max(e.span.Start, p.Span().Start)]; e.key == "" && strings.Contains(applied, " ") {
				arguments = append(arguments, a) // what a function is given: Get-Secret "name"
				continue
			}
			a.Text, a.Span, a.Literal = p.Text, p.Span(), len(p.Holes) == 0
		}
		arguments = append(arguments, a)
	}
	return arguments
}

// takeArguments gives a literal that ends in f the arguments of its method, or gives
// it to the operator before it.
func (r *reader) takeArguments(f *frame, p *piece.Piece) {
	if len(f.arguments) > 0 {
		r.addNumbered(p)
	}
	p.Arguments, f.arguments = f.arguments, nil
	p.AddHoles(f.replaced)
	f.replaced = nil
	if f.formatting.end == 0 || p.Text == "" {
		return
	}
	switch span := p.Span(); {
	case !f.formats(r.Text, span.Start):
	case f.formatting.replaces:
		if r.Has(",") {
			r.File.Pieces[f.formatting.piece].AddHoles([]string{p.Text})
		}
		f.formatting = formatting{}
	default:
		r.File.Pieces[f.formatting.piece].Arguments = []piece.Argument{{Text: p.Text, Span: span, Literal: len(p.Holes) == 0}}
		f.formatting = formatting{}
	}
}

// addNumbered makes holes of the verbs of a format that are a mark and the number of
// an argument, or Nim's for the next one.
func (r *reader) addNumbered(p *piece.Piece) {
	if r.lang.numbered == 0 {
		return
	}
	for at := 0; at+1 < len(p.Text); at++ {
		end := at + 1
		for end < len(p.Text) && literal.IsDigit(p.Text[end]) {
			end++
		}
		if p.Text[at] == '$' && p.Text[end:min(len(p.Text), end+1)] == "#" {
			end++
		}
		if p.Text[at] == r.lang.numbered && end > at+1 {
			p.AddHole(source.Span{Start: at, End: end})
		}
	}
}
