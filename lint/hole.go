package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// inHole says what stands around a name that is a hole of a longer text: $name,
// ${scope.name}, {name}, %name%, $(name), #{name}, \(name), {{ name }} and so on.
func inHole(text string, name source.Span) (e ends) {
	start := name.Start
	for start > max(0, name.Start-maxQualifier) && (literal.IsWordByte(text[start-1]) || strings.IndexByte(".:->", text[start-1]) >= 0) {
		start--
	}
	start = len(strings.TrimRight(text[:start], " \t"))
	opening := start
	for opening > max(0, start-len("<%= ")) && strings.IndexByte(`${(#%\<=!@`, text[opening-1]) >= 0 {
		opening--
	}
	for opening < start && text[opening] == '=' { // that of an assignment
		opening++
	}
	bracket := opening
	for opening < start && text[opening] == '(' { // that of a call
		opening++
	}
	if opening == start || opening > bracket && text[opening] == '{' && strings.Trim(text[opening:start], "{") == "" { // f(cs), f({cs})
		return e
	}
	rest := text[name.End:]
	if text[start-1] == '%' || text[start-1] == '!' {
		rest = strings.TrimPrefix(rest, text[start-1:start])
	} else if text[start-1] != '$' {
		rest = strings.TrimLeft(rest, " \t")
		closed := strings.TrimLeft(rest, "})%>")
		if len(closed) == len(rest) || strings.Contains(rest[:len(rest)-len(closed)], ")") && !strings.Contains(text[opening:start], "(") {
			return e // no hole, or all of an argument: f({cs});
		}
		rest = closed
		if text[opening] == '%' {
			rest = strings.TrimPrefix(rest, "s")
		}
	}
	if startsPair(rest) {
		e.back = piece.Joined
	} else if rest != "" && strings.IndexByte("{$%#;\\<", rest[0]) >= 0 && !strings.HasPrefix(rest, "</") || isHole(text[opening:]) && startsMore(rest) {
		e.back = piece.Unknown // one of several holes, or more of a text
	}
	if opening > 0 && strings.IndexByte(";})", text[opening-1]) >= 0 {
		e.front = piece.Unknown
	}
	return e
}

// isHole reports whether what opens at the start of text may be a hole: no tag, and no
// bracket of an expression.
func isHole(text string) bool { return text[0] != '(' && (text[0] != '<' || text[1] == '%') }

// startsMore reports whether rest, which follows a hole, is more of the text that has it.
func startsMore(rest string) bool {
	rest = strings.TrimPrefix(rest, `"`) // of the next word of a shell, or of HOCON's literal
	return rest != "" && (literal.IsWordByte(rest[0]) || (rest[0] == '-' || rest[0] == '/') && !strings.HasPrefix(rest, "->"))
}
