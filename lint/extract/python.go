package extract

import "strings"

// ReadPython reads Python: literals with every prefix, f-strings, adjacent
// literals (which are one), concatenations and comments; a docstring is a
// literal. It never fails and costs one pass.
//
// \N{name} stays as it is written.
func ReadPython(text string) File { return readCode(text, &python) }

var python = codeLanguage{token: pythonToken, adjacent: true, lineEnds: true}

var (
	pythonText = literalEscapes{
		lead: '\\', simple: pythonSimple,
		hexMin: 2, hexMax: 2, octal: 1, u: true, longU: true, continuation: continueLine,
	}
	pythonBytes = literalEscapes{
		lead: '\\', simple: pythonSimple,
		hexMin: 2, hexMax: 2, octal: 1, bytes: true, ascii: true, continuation: continueLine,
	}
)

const pythonSimple = "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v"

func pythonToken(r *codeReader) bool {
	switch c := r.text[r.pos]; {
	case c == '#':
		r.lineComment(1)
	case c == '"' || c == '\'':
		pythonLiteral(r, 0)
	case isWordByte(c):
		n := 1
		for n < 3 && isWordByte(r.peek(n)) {
			n++
		}
		if quote := r.peek(n); quote != '"' && quote != '\'' || strings.Trim(r.text[r.pos:r.pos+n], "rRbBuUfFtT") != "" {
			return false
		}
		pythonLiteral(r, n)
	default:
		return false
	}
	return true
}

// pythonLiteral reads a literal whose prefix is the next n bytes.
func pythonLiteral(r *codeReader, n int) {
	quote := r.text[r.pos+n : r.pos+n+1]
	form := literalForm{end: quote, escapes: &pythonText, special: quote}
	for _, c := range strings.ToLower(r.text[r.pos : r.pos+n]) {
		switch c {
		case 'f', 't':
			form.holes = bracedHoles
		case 'b':
			form.escapes = &pythonBytes
		}
	}
	if strings.ContainsAny(r.text[r.pos:r.pos+n], "rR") {
		form.escapes, form.backslashed = nil, true
	}
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(r.text[r.pos+n:], triple) {
		form.end, form.multiline, form.lineEnds = triple, true, lineEndsLF
	}
	r.literal(form, n+len(form.end))
}
