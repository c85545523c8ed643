package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// bicep is Bicep: literals with interpolation, multi-line literals and
// comments.
var bicep = Language{
	Name: "bicep", Extensions: []string{".bicep", ".bicepparam"},
	token: bicepToken, typeAfterName: true, spaced: "[",
}

var (
	bicepEscapes   = escape.Table{Lead: '\\', Simple: `''\\$$` + "n\nr\rt\t", Braced: true}
	bicepString    = literal.Form{End: `'`, Escapes: &bicepEscapes, Special: `'$`, Holes: literal.DollarBracedHoles}
	bicepMultiline = literal.Form{End: `'''`, Multiline: true, LineEnds: literal.LineEndsKept, Greedy: true}
)

func bicepToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '/':
		return r.SlashComment(false)
	case '\'':
		if !r.Has("'''") {
			r.literal(bicepString, 1)
			return true
		}
		r.literal(bicepMultiline, 3+bicepFirstLine(r.Text[r.Pos+3:]))
	default:
		return false
	}
	return true
}

// bicepFirstLine returns the length of the line end right after the quotes of
// a multi-line literal, which is dropped.
func bicepFirstLine(text string) int {
	switch {
	case len(text) > 0 && text[0] == '\n':
		return 1
	case len(text) > 1 && text[:2] == "\r\n":
		return 2
	}
	return 0
}
