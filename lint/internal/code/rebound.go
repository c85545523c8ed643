package code

import (
	"strings"

	"kustoconn/lint/internal/literal"
)

// Rebinds reports whether a name stands for something else at an offset than for the
// literal that it is given at from: a statement between gives it another value, or it is
// a parameter of the function around. What is farther than some lines is not looked at.
func Rebinds(text, name string, from, at int) bool {
	if from > at {
		return true // what is given behind the offset is another one
	}
	return isBound(text, name, lineOf(text, from), from, at)
}

// isBoundBefore reports whether a statement before an offset gives a name a value, or it is a
// parameter of the function around: Rebinds, where a literal behind the offset is given it.
func isBoundBefore(text, name string, at int) bool {
	return isBound(text, name, textLine{start: len(text), indent: len(text)}, 0, at)
}

func isBound(text, name string, own textLine, from, at int) bool {
	const farthest, most = 2 << 10, 16 // bytes, and places of the name
	use := lineOf(text, at)
	start := max(from, at-farthest)
	for end, seen := at, 0; seen < most; {
		n := strings.LastIndex(text[start:end], name)
		if n < 0 {
			return false
		}
		end = start + n
		if !isWholeWord(text, end, name) {
			continue
		}
		seen++
		line := lineOf(text, end)
		before, behind := text[line.start:end], text[end+len(name):line.end]
		if line != own && line.indent <= own.indent && assigns(before, behind) {
			return true
		}
		if line != own && (line == use || use.indent > line.indent) && isParameter(before, behind) {
			return true
		}
	}
	return false
}

// A textLine is where a line of a text starts and ends, and how far it is indented.
type textLine struct{ start, end, indent int }

func lineOf(text string, at int) textLine {
	const farthest = 256 // bytes
	before, behind := text[max(0, at-farthest):at], text[at:min(len(text), at+farthest)]
	line := textLine{start: at - len(before) + strings.LastIndexByte(before, '\n') + 1, end: at + len(behind)}
	if n := strings.IndexByte(behind, '\n'); n >= 0 {
		line.end = at + n
	}
	content := text[line.start:line.end]
	line.indent = len(content) - len(strings.TrimLeft(content, " \t"))
	return line
}

func isWholeWord(text string, at int, name string) bool {
	end := at + len(name)
	return (at == 0 || !literal.IsWordByte(text[at-1])) && (end == len(text) || !literal.IsWordByte(text[end]))
}

// declaring are what may stand before a name that a statement gives a value.
var declaring = map[string]bool{
	"": true, "$": true, "export": true, "local": true, "readonly": true, "declare": true, "set": true, "set /p": true, "let": true, "var": true,
	"my $": true, "our $": true, "const": true, "val": true, "final": true, "read": true, "read -r": true, "read -s": true, "set \"": true,
}

// assigns reports whether a name between before and behind, which are of its line, is
// given a value by a statement that is the line.
func assigns(before, behind string) bool {
	before, behind = strings.ToLower(strings.TrimSpace(before)), strings.TrimLeft(behind, " \t")
	if !declaring[before] {
		return false
	}
	if strings.HasPrefix(before, "read") {
		return true
	}
	for _, op := range [...]string{":=", "<-", "="} {
		if rest, ok := strings.CutPrefix(behind, op); ok {
			return !strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, "~")
		}
	}
	return false
}

// heading are words that open a list of parameters.
var heading = []string{"def ", "func ", "function ", "fun ", "fn ", "sub ", "lambda", "param(", "Sub ", "Function "}

// isParameter reports whether a name between before and behind, which are of its line, is
// a parameter there: behind a word that opens their list, before an arrow, or with a type
// before it.
func isParameter(before, behind string) bool {
	open := strings.LastIndexAny(before, "(|")
	if open < 0 || strings.IndexByte(before[open:], ')') >= 0 {
		return false
	}
	for _, word := range heading {
		if strings.Contains(before, word) {
			return true
		}
	}
	if strings.Contains(behind, "=>") || strings.Contains(behind, "->") {
		return true
	}
	kind := strings.TrimRight(before, " $")
	behind = strings.TrimLeft(behind, " ")
	return len(kind) < len(before) && kind != "" && (literal.IsWordByte(kind[len(kind)-1]) || strings.IndexByte("]>?", kind[len(kind)-1]) >= 0) &&
		open > 0 && literal.IsWordByte(before[open-1]) && behind != "" && strings.IndexByte(",)=", behind[0]) >= 0
}
