package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// surroundings is what stands around the string of a line.
type surroundings struct {
	line    string
	end     int             // up to where it is looked at: where a part of a long line is to be written, a few bytes more
	cut     int             // where such a part ends, behind a string
	outer   int             // how many containers it stands in
	element int             // where the text behind the last tag starts; 0 in a tag, or where there is none
	depth   int             // how many literals are open behind what was looked at, one in the other
	starts  [mostWithin]int // of those
}

// mostWithin bounds the literals that a plain string may stand in, of which each writes the
// quotation marks of those in it with backslashes.
const mostWithin = 3

// What a byte around a string may be.
const (
	special   byte = iota // some reading of the line may say something of it
	inert                 // a part of a word, or of nothing
	ending                // it ends a word of a request
	mark                  // a quotation mark
	backslash             // before one
	equals
	ampersand
	colon
	percent
	angle // of a tag, or none
)

var kinds = func() (kinds [256]byte) {
	for c := range byte(0x80) {
		if isWordByte(string([]byte{c}), 0) || strings.IndexByte("-./+?!*|~", c) >= 0 {
			kinds[c] = inert
		}
	}
	for _, c := range []byte(" ,;(){}[]") {
		kinds[c] = ending
	}
	kinds['"'], kinds['\\'], kinds['='], kinds['&'], kinds[':'] = mark, backslash, equals, ampersand, colon
	kinds['%'], kinds['<'], kinds['>'] = percent, angle, angle
	return kinds
}()

// areInert reports whether the text at span says nothing but what it says, whoever reads it: no
// escapes and no markup, no URI, literals without such and with something in them, no word
// that a credential follows. Words of secrets' keywords are for the prefilter to find.
func (a *surroundings) areInert(span source.Span) bool {
	word := span.Start
	for at := span.Start; at < span.End; at++ {
		kind := kinds[a.line[at]]
		if kind == inert {
			continue
		}
		switch kind {
		case special:
			return false
		case percent: // which the text is read through
			continue
		case mark, backslash:
			size := a.passMark(at)
			if size == 0 {
				return false
			}
			at += size - 1
		case equals:
			if strings.HasPrefix(a.line[at:], "=3D") || strings.HasPrefix(a.line[at:], "=3d") { // quoted-printable
				return false
			}
			continue
		case ampersand:
			if _, n := escape.HTMLReference(a.line[at:]); n > 0 {
				return false
			}
			continue
		case angle:
			a.element = at + 1
			if a.line[at] == '<' {
				a.element = 0
			}
		case colon:
			if strings.HasPrefix(a.line[at:], "://") {
				return false
			}
			continue
		}
		if mayAuthorize(a.line[word:at]) {
			return false
		}
		word = at + 1
	}
	return !mayAuthorize(a.line[word:span.End])
}

// isAmidLiteral reports whether a string in a literal, up to which all was looked at, is all of
// it, or stands amid text that no reading takes for a part of it.
func (a *surroundings) isAmidLiteral(found *recognize.Plain) bool {
	if found.Span.Start-a.starts[0] > longestPlain || found.Open() && strings.HasPrefix(a.line[found.Span.End:], `"/`) { // which may be the secret's
		return false
	}
	for level := range a.depth - 1 {
		if !found.IsAround(a.line[a.starts[level]:found.Span.Start]) {
			return false
		}
	}
	start := a.starts[a.depth-1]
	if found.Span.Start == start {
		return strings.HasPrefix(a.line[found.Span.End:], marks[a.depth-1])
	}
	return found.IsAmid(a.line[start:found.Span.Start])
}

// isAmidElement reports whether a string behind a tag, up to which all was looked at, is all of an element's text, or
// stands amid text that no reading takes for a part of it.
func (a *surroundings) isAmidElement(found *recognize.Plain) bool {
	endsInTag := strings.HasPrefix(a.line[found.Span.End:], "</")
	switch a.element {
	case 0:
		return !endsInTag
	case found.Span.Start:
		return endsInTag
	}
	return found.Span.Start-a.element <= longestPlain && found.IsAmid(a.line[a.element:found.Span.Start])
}

// marks are the quotation marks of a literal, of one in that, and so on.
var marks = [mostWithin]string{`"`, `\"`, `\\\"`}

// passMark returns how long the quotation mark at offset is, with the backslashes before it, or 0
// unless it plainly opens a literal, or closes the one that is open: nobody may take it for a part of something
// else. A line feed at the end of a literal, as container engines write it, is passed too.
func (a *surroundings) passMark(at int) (size int) {
	if a.depth == 1 && strings.HasPrefix(a.line[at:], `\n"`) {
		return len(`\n`)
	}
	level := slices.IndexFunc(marks[:], func(mark string) bool { return strings.HasPrefix(a.line[at:], mark) })
	if level < 0 || at > 1 && a.line[at-1] == ' ' && (a.line[at-2] == ' ' || a.line[at-2]|0x20 == 't') { // set "NAME=value"
		return 0
	}
	size = len(marks[level])
	next := at + size
	again := strings.HasPrefix(a.line[next:], marks[level])
	switch {
	case a.depth == level && again && a.isEmptyLiteral(at, next+size):
		return 2 * size
	case a.depth == level && a.outer+level < maxDepth && next < len(a.line) && !again && !isWordByte(a.line, at-1):
		a.starts[level] = next
		a.depth++
	case a.depth == level+1 && a.mayClose(level, next):
		a.depth--
	default:
		return 0
	}
	return size
}

// mayClose reports whether a literal may end at offset, behind a mark of this level.
func (a *surroundings) mayClose(level, offset int) bool {
	behind := a.line[offset:]
	if level > 0 && strings.HasPrefix(behind, marks[level-1]) {
		return true
	}
	return behind == "" || strings.HasPrefix(behind, "/>") || !strings.HasPrefix(behind, marks[level]) && !isWordByte(behind, 0) && !inDoubt(a.line[offset-1:])
}

// isEmptyLiteral reports whether an empty literal from start to end is plainly one: nobody takes its
// quotation marks for a doubled one.
func (a *surroundings) isEmptyLiteral(start, end int) bool {
	return start > 0 && end < len(a.line) && strings.IndexByte(":,[=", a.line[start-1]) >= 0 && strings.IndexByte(",}] ", a.line[end]) >= 0
}
