package lint

import (
	"strings"

	textpiece "kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// continued says what becomes later in the file of what the name was given:
// Joined where something is put behind it, Unknown where it is an operand of a
// join, Closed where neither is seen.
func (f *File) continued(name string) textpiece.End {
	if name == "" {
		return textpiece.Closed
	}
	if f.goesOn == nil {
		f.goesOn = continuedNames(f.Text)
	}
	_, last := textpiece.SplitKey(name)
	return max(f.goesOn[last], textpiece.Closed)
}

// continuedNames finds the names that a text goes on with, in one pass.
func continuedNames(text string) map[string]textpiece.End {
	names := map[string]textpiece.End{}
	for at := 0; at < len(text); at++ {
		if !literal.IsWordByte(text[at]) || literal.IsDigit(text[at]) {
			continue
		}
		end := literal.WordEnd(text, at)
		name := text[at:end]
		if e := afterName(name, text[end:]); e > names[name] {
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
func afterName(name, rest string) textpiece.End {
	blank := len(rest) > 0 && rest[0] == ' '
	rest = strings.TrimLeft(rest[:min(len(rest), maxAssignment)], " \t")
	for _, op := range [...]string{"+=", ".=", "&=", "||=", "..=", "<<"} {
		if strings.HasPrefix(rest, op) {
			return textpiece.Joined
		}
	}
	if method, ok := strings.CutPrefix(rest, "."); ok && !blank && code.Appends(method[:literal.WordEnd(method, 0)]) {
		return textpiece.Joined
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
			return textpiece.Joined
		}
		return 0
	}
	for _, op := range [...]string{"+", "&", "..", "||", ".", "<>", "++", "~", "^"} {
		if value, ok := strings.CutPrefix(rest, op); ok && (op == "+" && !strings.HasPrefix(value, "+") || blank && strings.HasPrefix(value, " ")) {
			return textpiece.Unknown
		}
	}
	return 0
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
