package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// continued says what becomes later in the file of what the name was given:
// Joined where something is put behind it, Unknown where it is an operand of a
// join, Closed where neither is seen.
func (f *File) continued(name string) piece.End {
	if name == "" {
		return piece.Closed
	}
	if f.opened().goesOn == nil {
		f.opened().goesOn = continuedNames(f.Text())
	}
	_, last := piece.SplitKey(name)
	return max(f.opened().goesOn[last], piece.Closed)
}

// continuedNames finds the names that a text goes on with, in one pass.
func continuedNames(text string) map[string]piece.End {
	names := map[string]piece.End{}
	for at := 0; at < len(text); at++ {
		if !literal.IsWordByte(text[at]) || literal.IsDigit(text[at]) {
			continue
		}
		end := literal.WordEnd(text, at)
		name := text[at:end]
		e := afterName(name, text[end:])
		if e == 0 && end < len(text) && (text[end] == ',' || text[end] == ')' || text[end] == ']') && isGivenToJoin(text[:at]) {
			e = piece.Unknown
		}
		if e > names[name] {
			names[name] = e
		}
		at = end
	}
	return names
}

// maxAssignment is how much of an assigned value is looked through for the name
// that it is assigned to, in bytes.
const maxAssignment = 256

// afterName says what rest, which follows a name, does with what it holds.
func afterName(name, rest string) piece.End {
	blank := len(rest) > 0 && rest[0] == ' '
	if inner, ok := strings.CutPrefix(rest, "}"); ok && inner != "" && strings.IndexByte("{$%#;\\", inner[0]) >= 0 || strings.HasPrefix(rest, "$") {
		return piece.Unknown // one of several holes in a literal
	}
	rest = strings.TrimLeft(rest[:min(len(rest), maxAssignment)], " \t")
	for _, op := range [...]string{"+=", ".=", "&=", "||=", "..=", "<<"} {
		if strings.HasPrefix(rest, op) {
			return piece.Joined
		}
	}
	if method, ok := strings.CutPrefix(rest, "."); ok && !blank && code.Appends(method[:literal.WordEnd(method, 0)]) {
		return piece.Joined
	}
	for _, op := range [...]string{":=", "=", "<-"} {
		value, ok := strings.CutPrefix(rest, op)
		if !ok {
			continue
		}
		if strings.HasPrefix(value, "=") {
			break
		}
		end, _ := source.AnyLineEnd(value, 0)
		if holdsWord(value[:end], name) {
			return piece.Joined
		}
		return 0
	}
	for _, op := range [...]string{"+", "&", "..", "||", ".", "<>", "++", "~", "^"} {
		if value, ok := strings.CutPrefix(rest, op); ok && (op == "+" && !strings.HasPrefix(value, "+") || blank && strings.HasPrefix(value, " ")) {
			return piece.Unknown
		}
	}
	return 0
}

// isGivenToJoin reports whether text ends amid the arguments of a call that joins
// or formats them, as far as a look at its last bytes tells.
func isGivenToJoin(text string) bool {
	const near = 64
	text = strings.ToLower(text[max(0, len(text)-near):])
	text = text[strings.LastIndexByte(text, '\n')+1:]
	for _, call := range [...]string{"join(", "join ", "concat(", "format(", "printf(", "% (", "paste(", "paste0(", "strcat(", "implode("} {
		if strings.Contains(text, call) {
			return true
		}
	}
	return false
}

// holdsWord reports whether a word stands in text by itself.
func holdsWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || !literal.IsWordByte(text[start-1])) && (end == len(text) || !literal.IsWordByte(text[end])) {
			return true
		}
		at = end
	}
}
