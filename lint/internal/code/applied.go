package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// application is what opens the frame of arguments that stand behind a function with
// nothing but blanks between them: printf "%s" name. No bracket closes it.
const application = ' '

// apply opens the frame of the arguments behind the word at span, where the language
// calls so and the word is that of a function that fills or replaces parts of a text.
func (r *reader) apply(span source.Span) {
	isApplied := r.lang.applied || r.lang.macros && span.Start > 0 && r.Text[span.Start-1] == '@'
	f := r.top()
	if !isApplied || f.open == application || r.isHeaded(f) || len(r.frames) >= maxDepth {
		return
	}
	if before := r.slice(f.name); before != "" && !isKeyword(before) && !endingApplications[before] && !returning[before] {
		return // the word is itself an argument
	}
	role := roleOf(r.slice(span))
	if role != formats && role != replaces {
		return
	}
	inner := frame{open: application, role: role, indent: r.indentOf(span.Start)}
	start := span.End + len(r.Text[span.End:]) - len(strings.TrimLeft(r.Text[span.End:], " \t\r\n"))
	if start == span.End || start == len(r.Text) || !r.startsArgument(start) ||
		strings.Contains(r.Text[span.End:start], "\n") && r.startsStatement(start, inner.indent) {
		return
	}
	r.push(inner)
}

// indentOf returns the indentation of the line that an offset is on, as far as the
// line starts nearby.
func (r *reader) indentOf(at int) int {
	before := r.Text[max(0, at-near):at]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return len(line) - len(strings.TrimLeft(line, " \t"))
}

// endApplications ends the applications that what stands at the reader's place is no
// argument of.
func (r *reader) endApplications() {
	for r.top().open == application {
		switch c := r.Text[r.Pos]; {
		case c == '\n':
			start := r.Pos + len(r.Text[r.Pos:]) - len(strings.TrimLeft(r.Text[r.Pos:], " \t\r\n"))
			if start < len(r.Text) && !r.startsStatement(start, r.top().indent) {
				r.Pos = start
				return
			}
		case c == ' ' || c == '\t' || c == '\r', r.startsArgument(r.Pos), c == '.' && r.Before() > ' ':
			return
		case r.appliesRest():
			r.nextElement(r.Pos)
			r.Pos += len(r.lang.applies)
			f := r.top()
			f.from, f.rest = r.Pos, len(r.elements)-f.first+1
			return
		case r.top().rest > 0 && strings.IndexByte(")]},;", c) < 0 && !r.isWord(c):
			return
		case c == '!' && r.Before() <= ' ' && literal.IsWordByte(r.Peek(1)): // what a reference holds
			r.juxtaposed("", r.Pos)
			r.top().prev = classOther
			r.Pos++
			return
		}
		r.endApplication()
	}
}

// appliesRest reports whether an operator stands at the reader's place behind which all
// is the last argument.
func (r *reader) appliesRest() bool {
	op := r.lang.applies
	return op != "" && r.Has(op) && r.Before() <= ' ' && r.Peek(len(op)) <= ' '
}

// startsArgument reports whether an argument of a function may start, or go on, at an
// offset, or a comment starts there.
func (r *reader) startsArgument(at int) bool {
	rest := r.Text[at:]
	if r.isWord(rest[0]) {
		word := rest[:literal.WordEnd(rest, 0)]
		return !isKeyword(word) && !endingApplications[word]
	}
	for _, marker := range r.lang.lineComments {
		if strings.HasPrefix(rest, marker) {
			return true
		}
	}
	if r.lang.bareWords && strings.IndexByte("$-", rest[0]) >= 0 {
		return true
	}
	prefix := strings.TrimLeft(rest[:min(len(rest), len(`$@"`))], "$@")
	return strings.IndexByte(`"'([{`, rest[0]) >= 0 || prefix != "" && prefix[0] == '"'
}

// endingApplications are words that are no argument, besides keywords.
var endingApplications = map[string]bool{
	"begin": true, "deriving": true, "do": true, "done": true, "end": true, "finally": true, "fun": true, "function": true, "inherit": true,
	"module": true, "of": true, "open": true, "rec": true, "type": true, "where": true, "with": true,
}

// startsStatement reports whether the line whose text starts at an offset is not of the
// application whose line is indented so much: it stands no deeper, or gives a name a
// value.
func (r *reader) startsStatement(start, indent int) bool {
	if r.indentOf(start) <= indent {
		return true
	}
	behind := strings.TrimLeft(r.Text[r.wordEnd(start):min(len(r.Text), r.wordEnd(start)+maxDelimiter)], " ")
	return strings.HasPrefix(behind, "=") || strings.HasPrefix(behind, "<-") || strings.HasPrefix(behind, "::")
}

// wordEnd returns where the word that starts at an offset ends.
func (r *reader) wordEnd(at int) int {
	for at < len(r.Text) && r.isWord(r.Text[at]) {
		at++
	}
	return at
}

// endApplication takes the frame of an application off, whose last argument ends
// before the reader's place.
func (r *reader) endApplication() {
	p := r.flush(piece.Closed)
	r.endElement(p)
	left := *r.top()
	elements := r.elements[left.first:]
	if left.rest > 0 && len(elements) > left.rest { // a call of several words is one argument
		elements = append(slices.Clone(elements[:left.rest-1]), element{piece: -1, span: source.Span{Start: elements[left.rest-1].span.Start, End: r.Pos}})
	}
	r.dropFrame()
	r.settle(&left, elements, p)
	r.extend(trimmed(r.Text, source.Span{Start: left.start, End: r.Pos}))
	r.top().prev = classClose
}
