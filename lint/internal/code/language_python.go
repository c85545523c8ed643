package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// ReadPython reads Python: literals with every prefix, f-strings, adjacent
// literals (which are one), concatenations and comments; a docstring is a
// literal. It never fails and costs one pass.
//

// python is Python: literals with every prefix, f-strings, adjacent literals
// (which are one) and comments; a docstring is a literal. \N{name} stays as it
// is written.
var python = Language{
	Name: "python", Aliases: []string{"py", "python3"}, Extensions: []string{".py", ".pyi", ".pyw"}, Interpreters: []string{"python"},
	token: pythonToken, adjacent: true, lineEnds: true, annotates: true,
}

var (
	pythonText = escape.Table{
		Lead: '\\', Simple: pythonSimple,
		HexMin: 2, HexMax: 2, Octal: 1, U: true, LongU: true, Continuation: escape.ContinueLine,
	}
	pythonBytes = escape.Table{
		Lead: '\\', Simple: pythonSimple,
		HexMin: 2, HexMax: 2, Octal: 1, Bytes: true, ASCII: true, Continuation: escape.ContinueLine,
	}
)

const pythonSimple = "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v"

func pythonToken(r *reader) bool {
	switch c := r.Text[r.Pos]; {
	case c == '#':
		r.LineComment(1)
	case c == '"' || c == '\'':
		pythonLiteral(r, 0)
	case literal.IsWordByte(c):
		n := 1
		for n < 3 && literal.IsWordByte(r.Peek(n)) {
			n++
		}
		if quote := r.Peek(n); quote != '"' && quote != '\'' || strings.Trim(r.Text[r.Pos:r.Pos+n], "rRbBuUfFtT") != "" {
			return false
		}
		pythonLiteral(r, n)
	default:
		return false
	}
	return true
}

// pythonLiteral reads a literal whose prefix is the next n bytes.
func pythonLiteral(r *reader, n int) {
	quote := r.Text[r.Pos+n : r.Pos+n+1]
	form := literal.Form{End: quote, Escapes: &pythonText, Special: quote}
	for _, c := range strings.ToLower(r.Text[r.Pos : r.Pos+n]) {
		switch c {
		case 'f', 't':
			form.Holes = literal.BracedHoles
		case 'b':
			form.Escapes = &pythonBytes
		}
	}
	if strings.ContainsAny(r.Text[r.Pos:r.Pos+n], "rR") {
		form.Escapes, form.Backslashed = nil, true
	}
	if opening := r.Text[r.Pos+n:]; strings.HasPrefix(opening, `"""`) || strings.HasPrefix(opening, "'''") {
		form.End, form.Multiline, form.LineEnds = opening[:3], true, literal.LineEndsLF
	}
	r.literal(form, n+len(form.End))
}
