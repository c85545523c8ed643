package extract

import (
	"strings"

	"kustoconn/source"
)

// expansion reads a variable, or enters an expansion, at $ or `; it reports
// false where the character stands for itself.
func (r *shellReader) expansion() bool {
	switch {
	case r.has("`"):
		if !r.dialect.commands {
			return false
		}
		return r.enter(shellFrame{opening: 1, closing: '`'})
	case r.has("$("):
		if !r.dialect.commands {
			return false
		}
		return r.enter(shellFrame{opening: 2, closing: ')'})
	case r.has("${"):
		return r.parameter()
	}
	n := shellName(r.text, r.pos)
	if n == 0 {
		return false
	}
	f := r.now()
	span := source.Span{Start: r.pos, End: r.pos + n}
	f.parts.hole(span.Slice(r.text), span)
	f.styles |= r.style()
	r.pos = span.End
	return true
}

// style is the way of quoting that is on.
func (r *shellReader) style() shellStyle {
	if r.now().double {
		return shellDouble
	}
	return shellBare
}

// enter starts to read an expansion.
func (r *shellReader) enter(f shellFrame) bool {
	outer := r.now()
	if len(r.stack) >= maxCodeDepth || f.closing == '`' && outer.closing == '`' {
		return false
	}
	outer.styles |= r.style()
	f.start, f.hole = r.pos, true
	r.pos += f.opening
	r.stack = append(r.stack, f)
	return true
}

// parameter enters ${name…}. The text after an operator such as :- is a word,
// what the name stands for where it has no value.
func (r *shellReader) parameter() bool {
	end := wordEnd(r.text, r.pos+2)
	f := shellFrame{opening: end - r.pos, closing: '}', whole: true, silent: true}
	name := source.Span{Start: r.pos + 2, End: end}
	operator := strings.TrimPrefix(r.text[end:min(end+2, len(r.text))], ":")
	if !name.Empty() && operator != "" && strings.IndexByte("-=?+", operator[0]) >= 0 {
		f.opening += strings.Index(r.text[end:], operator[:1]) + 1
		f.silent = false
		f.key = codeKey{name.Slice(r.text), name}
	}
	return r.enter(f)
}

// closeExpansion leaves an expansion, which becomes a hole of the word that
// it stands in. The reader is after its closing character.
func (r *shellReader) closeExpansion() {
	r.pos--
	r.endWord()
	r.pos++
	inner := *r.now()
	r.stack = r.stack[:len(r.stack)-1]
	if !inner.hole {
		return
	}
	opening := r.text[inner.start : inner.start+1]
	code := r.text[inner.start+1 : r.pos-1]
	if opening == "$" {
		opening, code = r.text[inner.start:inner.start+2], code[1:]
	}
	span := source.Span{Start: inner.start, End: r.pos}
	r.now().parts.hole(holeText(opening, code, r.text[r.pos-1:r.pos]), span)
}

// shellName returns the length of the $name at pos, or 0.
func shellName(text string, pos int) int {
	if pos+1 >= len(text) {
		return 0
	}
	if c := text[pos+1]; isDigit(c) || strings.IndexByte("@*#?!$-", c) >= 0 {
		return 2
	}
	return dollarName(text, pos)
}
