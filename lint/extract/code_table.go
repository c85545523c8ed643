package extract

import (
	"strings"

	"kustoconn/source"
)

// A codeTable describes a language whose comments and literals are told by
// how they start, so that it needs no code of its own.
type codeTable struct {
	lineComments []string
	comments     [][2]string // the markers around a comment of several lines
	literals     []literalStart
}

// A literalStart is what a literal starts with, its prefix included, and what
// follows. Of two that begin alike the longer one comes first.
type literalStart struct {
	opening string
	form    literalForm
}

// language makes a language of a table, with what else there is to know.
func (t *codeTable) language(l codeLanguage) *codeLanguage {
	l.token = t.token
	return &l
}

// readTable reads a language that a table describes. A line of code between the
// literals and comments that could hold a connection string is Plain: it may
// be of a literal that the table knows nothing of.
func readTable(text string, lang *codeLanguage) File {
	f := readCode(text, lang)
	var between File
	code := 0
	for i := range f.Pieces {
		span := whole(&f.Pieces[i])
		if code < span.Start {
			between.addCode(text, source.Span{Start: code, End: span.Start})
		}
		code = max(code, span.End)
	}
	between.addCode(text, source.Span{Start: code, End: len(text)})
	if len(between.Pieces) > 0 {
		f.add(between)
		sortPieces(f.Pieces)
	}
	return f
}

// addCode keeps the lines in span that hold what a connection string holds.
func (f *File) addCode(text string, span source.Span) {
	for start := span.Start; start < span.End; {
		end, next := lineEnd(text[:span.End], start)
		line := source.Span{Start: start, End: end}
		if code := line.Slice(text); strings.Contains(code, "=") && strings.Contains(code, ";") {
			p := standing(Plain, text, line)
			p.Escape = escapeInLine
			f.Pieces = append(f.Pieces, p)
		}
		start = next
	}
}

func (t *codeTable) token(r *codeReader) bool {
	for _, markers := range t.comments {
		if r.has(markers[0]) {
			r.blockComment(markers[0], markers[1], false)
			return true
		}
	}
	if r.afterScheme() {
		r.pos += len("//") // of a URI in text that is no code
		return true
	}
	for _, marker := range t.lineComments {
		if r.has(marker) {
			r.lineComment(len(marker))
			return true
		}
	}
	for i := range t.literals {
		if l := &t.literals[i]; r.has(l.opening) && !t.isApostrophe(r, l) {
			r.literal(l.form, len(l.opening))
			return true
		}
	}
	return false
}

// isApostrophe reports whether a single quote belongs to the word before it
// (f', List.map') or stands before a type's name ('a).
func (t *codeTable) isApostrophe(r *codeReader, l *literalStart) bool {
	if l.opening != "'" {
		return false
	}
	if l.form.fixed {
		return !closesCharacter(r.text[r.pos+1:])
	}
	return isWordByte(r.before())
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
