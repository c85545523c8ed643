package shell

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// expansion reads a variable, or enters an expansion, at $ or `; it reports
// false where the character stands for itself.
func (r *reader) expansion() bool {
	switch {
	case r.Has("`"):
		if !r.dialect.commands {
			return false
		}
		return r.enter(frame{opening: 1, closing: '`'})
	case r.Has("$("):
		if !r.dialect.commands {
			return false
		}
		return r.enter(frame{opening: 2, closing: ')'})
	case r.Has("${"):
		return r.parameter()
	}
	n := variable(r.Text, r.Pos)
	if n == 0 {
		return false
	}
	f := r.now()
	span := source.Span{Start: r.Pos, End: r.Pos + n}
	f.text.Hole(span.Slice(r.Text), span)
	f.styles |= r.style()
	r.Pos = span.End
	return true
}

// style is the way of quoting that is on.
func (r *reader) style() style {
	if r.now().double {
		return styleDouble
	}
	return styleBare
}

// enter starts to read an expansion.
func (r *reader) enter(f frame) bool {
	outer := r.now()
	if len(r.stack) >= maxDepth || f.closing == '`' && outer.closing == '`' {
		return false
	}
	outer.styles |= r.style()
	f.start, f.hole, f.pipeline.first = r.Pos, true, len(r.File.Pieces)
	r.Pos += f.opening
	r.stack = append(r.stack, f)
	return true
}

// parameter enters ${name…}. The text after an operator such as :- is a word,
// what the name stands for where it has no value.
func (r *reader) parameter() bool {
	end := literal.WordEnd(r.Text, r.Pos+2)
	f := frame{opening: end - r.Pos, closing: '}', whole: true, silent: true}
	name := source.Span{Start: r.Pos + 2, End: end}
	operator := strings.TrimPrefix(r.Text[end:min(end+2, len(r.Text))], ":")
	if !name.Empty() && operator != "" && strings.IndexByte("-=?+", operator[0]) >= 0 {
		f.opening += strings.Index(r.Text[end:], operator[:1]) + 1
		f.silent = false
		if operator[0] == '-' || operator[0] == '=' { // else what is said where it has none, or stands where it has one
			f.key = literal.Key{Name: name.Slice(r.Text), Span: name}
		}
	}
	return r.enter(f)
}

// closeExpansion leaves an expansion, which becomes a hole of the word that
// it stands in. The reader is after its closing character.
func (r *reader) closeExpansion() {
	r.Pos--
	r.endWord()
	r.endPipeline()
	r.Pos++
	inner := *r.now()
	r.stack = r.stack[:len(r.stack)-1]
	if !inner.hole {
		return
	}
	opening := r.Text[inner.start : inner.start+1]
	code := r.Text[inner.start+1 : r.Pos-1]
	if opening == "$" {
		opening, code = r.Text[inner.start:inner.start+2], code[1:]
	}
	if opening == "${" {
		r.replaceIn(code)
	}
	span := source.Span{Start: inner.start, End: r.Pos}
	r.now().text.Hole(literal.HoleText(opening, code, r.Text[r.Pos-1:r.Pos]), span)
}

// variable returns the length of the $name at pos, or 0.
func variable(text string, pos int) int {
	if pos+1 >= len(text) {
		return 0
	}
	if c := text[pos+1]; ascii.IsDigit(c) || strings.IndexByte("@*#?!$-", c) >= 0 {
		return 2
	}
	return literal.DollarName(text, pos)
}
