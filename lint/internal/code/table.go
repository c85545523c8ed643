package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// readToken reads a comment or a literal at the reader's place, and reports
// whether there is one.
func (l *Language) readToken(r *reader) bool {
	if l.token != nil {
		if read := l.token(r); read || len(l.literals) == 0 {
			return read
		}
	}
	for _, markers := range l.comments {
		if r.Has(markers[0]) {
			r.BlockComment(markers[0], markers[1], l.nested)
			return true
		}
	}
	if r.afterScheme() {
		r.Pos += len("//") // of a URI in text that is no code
		return true
	}
	for _, marker := range l.lineComments {
		if r.Has(marker) {
			r.LineComment(len(marker))
			return true
		}
	}
	for i := range l.delimited {
		start := &l.delimited[i]
		if !r.Has(start.opening) {
			continue
		}
		if form, n := start.open(r.Text, r.Pos); n > 0 {
			r.literal(form, n)
			return true
		}
	}
	for i := range l.literals {
		if start := &l.literals[i]; r.Has(start.opening) && !start.isApostrophe(r) {
			r.literal(start.form, len(start.opening))
			return true
		}
	}
	return false
}

// isApostrophe reports whether a single quote belongs to the word before it
// (f', List.map') or stands before a type's name ('a).
func (l *literalStart) isApostrophe(r *reader) bool {
	if l.opening != "'" {
		return false
	}
	if l.form.Fixed {
		return !closesCharacter(r.Text[r.Pos+1:])
	}
	return literal.IsWordByte(r.Before())
}

// closesCharacter reports whether text, which follows a single quote, is one
// character or escape and another single quote.
func closesCharacter(text string) bool {
	const longest = len(`\U0010FFFF`)
	end := strings.IndexByte(text[:min(len(text), longest+1)], '\'')
	switch {
	case end < 1:
		return false
	case text[0] == '\\':
		return true
	}
	return len([]rune(text[:end])) == 1
}

// quoted is a literal on one line with escapes, and holes where there are any.
func quoted(end string, escapes *escape.Table, holes *literal.Holes) literal.Form {
	form := literal.Form{End: end, Escapes: escapes, Special: end[:1], Holes: holes}
	if holes != nil && holes.Opening[0] != escapes.Lead {
		form.Special += strings.Trim(holes.Opening, "{(")
	}
	return form
}

// quotedLines is quoted, on any number of lines.
func quotedLines(end string, escapes *escape.Table, holes *literal.Holes) literal.Form {
	form := quoted(end, escapes, holes)
	form.Multiline, form.LineEnds = true, literal.LineEndsKept
	return form
}

// verbatimLines is a literal on any number of lines in which nothing is
// escaped.
func verbatimLines(end string) literal.Form {
	return literal.Form{End: end, Multiline: true, LineEnds: literal.LineEndsKept}
}

func withHoles(form literal.Form, holes *literal.Holes) literal.Form {
	form.Holes = holes
	return form
}

// slashComments are the comments of several lines in languages like C.
var slashComments = [][2]string{{"/*", "*/"}}
