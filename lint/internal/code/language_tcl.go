package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// tcl is Tcl: a word in braces stands as it is.
var tcl = Language{
	Name: "tcl", Extensions: []string{".tcl", ".tm"}, Interpreters: []string{"tclsh", "wish"},
	token: tclToken, spaced: "[{", headed: "[", bareWords: true, applied: true, wordBytes: "-",
	literals: []literalStart{{`"`, tclQuoted}},
}

var tclEscapes = escape.Table{
	Lead: '\\', Simple: "\"\"\\\\$$[[]]{{}};;a\ab\bf\fn\nr\rt\tv\v", HexMin: 1, HexMax: 2, Octal: 1, U: true, Continuation: escape.ContinueUnspace,
}

// tclQuoted is "…", in which a command in brackets is a hole, too.
var tclQuoted = func() literal.Form {
	form := quotedLines(`"`, &tclEscapes, &literal.Holes{Opening: "${", Closing: '}', Name: tclName})
	form.Special += "["
	form.Own = &literal.Own{Next: tclCommand}
	return form
}()

// tclCommand reads a command in brackets on one line.
func tclCommand(text string, pos int) literal.Token {
	if text[pos] != '[' {
		return literal.Token{}
	}
	depth := 0
	for end := pos; end < min(len(text), pos+literal.MaxHole); end++ {
		switch text[end] {
		case '\n':
			return literal.Token{}
		case '\\':
			end++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return literal.Token{Kind: literal.Name, Len: end + 1 - pos}
			}
		}
	}
	return literal.Token{}
}

// tclName returns the length of the variable at pos, of a namespace or an array:
// $a, $::a::b, $a(b).
func tclName(text string, pos int) int {
	end := pos + 1
	for {
		next := literal.WordEnd(text, end)
		if strings.HasPrefix(text[next:], "::") {
			next += len("::")
		}
		if next == end {
			break
		}
		end = next
	}
	if end == pos+1 {
		return 0
	}
	if end < len(text) && text[end] == '(' {
		if n := strings.IndexAny(text[end:min(len(text), end+literal.MaxHole)], ")\"\n;"); n > 0 && text[end+n] == ')' {
			end += n + 1
		}
	}
	return end - pos
}

// tclToken reads a comment, where a command can stand, a variable, and a word in braces that
// is on one line and holds no code.
func tclToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '#':
		if before := strings.TrimRight(r.Text[max(0, r.Pos-maxDelimiter):r.Pos], " \t"); before == "" || strings.IndexByte("\n;{", before[len(before)-1]) >= 0 {
			r.LineComment(1)
			return true
		}
	case '$':
		if n := tclName(r.Text, r.Pos); n > 0 {
			r.readWord(source.Span{Start: r.Pos, End: r.Pos + n})
			r.Pos += n
			return true
		}
	case '{':
		rest := r.Text[r.Pos+1:]
		if end := strings.IndexAny(rest, "{}\n\"[$"); end > 0 && rest[end] == '}' {
			r.literal(literal.Form{End: "}", Own: &tclBraces}, 1)
			return true
		}
	}
	return false
}

var tclBraces = literal.Own{Next: nothingOwn, Escape: refuseAny("{}[$\"\\\r\n")}
