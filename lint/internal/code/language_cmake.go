package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// cmake is CMake.
var cmake = Language{
	Name: "cmake", Extensions: []string{".cmake"}, Files: []string{"cmakelists.txt"},
	lineComments: []string{"#"}, token: cmakeToken,
	delimited: []delimited{{"[=", leveled}, {"[[", leveled}},
	literals:  []literalStart{{`"`, cmakeString}},
	wordBytes: "-.", spaced: "(", bareWords: true,
}

var (
	cmakeEscapes = escape.Table{
		Lead: '\\', Simple: "\"\"\\\\$$##(())@@^^;;  n\nr\rt\t", Continuation: escape.ContinueLine,
	}
	cmakeHoles  = literal.Holes{Opening: "${", Closing: '}', Name: cmakeName}
	cmakeString = func() literal.Form {
		form := quotedLines(`"`, &cmakeEscapes, &cmakeHoles)
		form.Special = `"$`
		return form
	}()
)

// cmakeToken reads a comment in brackets, and takes note of what set gives a variable
// without quotes.
func cmakeToken(r *reader) bool {
	if r.Has("set(") {
		r.keepBare(r.Pos+len("set("), " ", ") \t\r\n")
	}
	if !r.Has("#[") {
		return false
	}
	form, n := leveled(r.Text, r.Pos+1)
	if n == 0 {
		return false
	}
	r.BlockComment(r.Text[r.Pos:r.Pos+1+len(form.End)], form.End, false)
	return true
}

// cmakeName returns the length of $ENV{NAME} or $CACHE{NAME} at pos, or 0.
func cmakeName(text string, pos int) int {
	rest := text[pos:min(len(text), pos+maxDelimiter)]
	if !strings.HasPrefix(rest, "$ENV{") && !strings.HasPrefix(rest, "$CACHE{") {
		return 0
	}
	if end := strings.IndexAny(rest, "}\"\n"); end > 0 && rest[end] == '}' {
		return end + 1
	}
	return 0
}
