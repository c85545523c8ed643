package code

import (
	"slices"
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
	const farthest, most, beside = 2 << 10, 16, 160 // bytes, places of the name, and bytes on either side of one
	use := lineOf(text, at)
	if strings.Contains(text[at:max(at, use.end)], " for "+name+" in ") { // a comprehension
		return true
	}
	start, same := max(from, at-farthest), true // on the line of the offset
	for end, seen := at, 0; seen < most; {
		n := strings.LastIndex(text[start:end], name)
		if n < 0 {
			return false
		}
		same = same && strings.IndexByte(text[start+n:end], '\n') < 0
		end = start + n
		if !isWholeWord(text, end, name) {
			continue
		}
		seen++
		line := lineOf(text, end)
		if line == own {
			continue
		}
		behind := text[end+len(name) : max(end+len(name), min(line.end, end+len(name)+beside))]
		before := text[max(line.start, end-beside):end]
		if line.start+len(before) == end && assigns(before, behind) && (line.indent <= own.indent || isInBlock(text, line.end, use, line.indent)) {
			return true
		}
		if line.indent > 0 && isListed(before, behind) {
			if head, indent := headOf(text, line); (strings.Contains(strings.TrimLeft(before, " \t"), " ") || opensParameters(head)) && isInBlock(text, line.end, use, indent+1) {
				return true
			}
		}
		if (isParameter(before, behind) || bindsInBlock(before, behind)) && (same || isInBlock(text, line.end, use, line.indent+1)) {
			return true
		}
	}
	return false
}

// isInBlock reports whether a line belongs to the block that is indented at least so much
// and starts at an offset before it.
func isInBlock(text string, from int, line textLine, indent int) bool {
	if line.indent < indent {
		return false
	}
	for between := range strings.Lines(text[min(from, line.start):line.start]) {
		content := strings.TrimLeft(between, " \t")
		if len(between)-len(content) < indent && strings.Trim(content, "\r\n") != "" && strings.IndexByte(goingOn, content[0]) < 0 {
			return false
		}
	}
	return true
}

// isListed reports whether a name between before and behind, which are of its line, stands
// there with no more than a type, as one of a list.
func isListed(before, behind string) bool {
	behind = strings.TrimLeft(behind, " \t\r")
	return isNames(before) && (behind == "" || strings.IndexByte(",:)=", behind[0]) >= 0)
}

// headOf returns the line that opens the bracket in which a line stands with what is listed
// there, and how far it is indented; empty where none does.
func headOf(text string, line textLine) (head string, indent int) {
	const farthest = 512 // bytes
	for at := line.start; at > 0 && line.start-at < farthest; {
		above := lineOf(text, at-1)
		if above.indent < line.indent && above.start+above.indent < above.end {
			if head = strings.TrimRight(text[above.start:above.end], "\r"); strings.HasSuffix(head, "(") {
				return head, above.indent
			}
			break
		}
		at = above.start
	}
	return "", len(text)
}

// opensParameters reports whether text has a word behind which a list of parameters opens.
func opensParameters(text string) bool {
	return slices.ContainsFunc(heading, func(word string) bool { return strings.Contains(text, word) })
}

// A textLine is where a line of a text starts and ends, and how far it is indented.
type textLine struct{ start, end, indent int }

func lineOf(text string, at int) textLine {
	const farthest = 512 // bytes
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
	"": true, "export": true, "local": true, "readonly": true, "declare": true, "set": true, "let": true, "var": true,
	"my": true, "our": true, "const": true, "val": true, "final": true, "set \"": true,
}

// renewing are what may stand before a name from which a command takes its value, or to
// which it gives one, without an operator.
var renewing = map[string]bool{
	"del": true, "set -e": true, "set /p": true, "read": true, "read -r": true, "read -s": true, "unset": true, "set(": true, "unset(": true, "#undef": true, "#define": true,
}

// assigns reports whether a name between before and behind, which are of its line, is
// given a value by a statement that is the line.
func assigns(before, behind string) bool {
	if before = strings.ToLower(strings.Trim(before, " \t$@&")); renewing[before] || strings.HasSuffix(before, " as") && strings.Contains(before, "import ") {
		return true
	}
	if open := strings.IndexAny(before, "([{,"); open >= 0 && isNames(before[open:]) && !strings.ContainsAny(before[open:], ")]}") { // several at once
		if before[open] == ',' {
			open = strings.LastIndexAny(before[:open], " \t") + 1
		}
		before = strings.TrimRight(before[:open], " ")
	}
	if !declaring[before] {
		return false
	}
	for _, op := range [...]string{":=", "<-", "="} {
		names, rest, ok := strings.Cut(behind, op)
		if ok && isNames(names) && (strings.TrimSpace(names) == "" || strings.IndexByte(",)]}", strings.TrimSpace(names)[0]) >= 0) {
			return !strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, "~")
		}
	}
	return false
}

// isNames reports whether text has nothing but names, what parts them, and brackets.
func isNames(text string) bool {
	for i := range len(text) {
		if !literal.IsWordByte(text[i]) && strings.IndexByte(" \t,$@&*([{}])", text[i]) < 0 {
			return false
		}
	}
	return true
}

// bindsInBlock reports whether a name between before and behind, which are of its line, is
// what a loop, a function without a name or another block makes it there.
func bindsInBlock(before, behind string) bool {
	head, rest := strings.TrimRight(before, " $@&*"), strings.TrimLeft(behind, " ")
	if rest == "" {
		return false
	}
	_, made := cutLast(head, "as")
	switch open := strings.LastIndexAny(head, "({|\\"); {
	case made && head[len(head)-1] == 's' && strings.IndexByte(":),{=", rest[0]) >= 0:
		return !strings.HasPrefix(rest, "==")
	case strings.HasSuffix(strings.TrimRight(head, "'\""), "ariable: "): // of Jenkins: passwordVariable
		return true
	case open >= 0 && head[open] == '|' && open+1 <= len(before) && isNames(before[open+1:]) && !strings.HasPrefix(before[open+1:], " "):
		names, _, ok := strings.Cut(behind, "|")
		return ok && isNames(names) && !strings.HasPrefix(names, " ")
	case strings.HasPrefix(behind, " =>") || strings.HasPrefix(behind, " ->"):
		return head == "" || strings.IndexByte("({\\,=", head[len(head)-1]) >= 0 || strings.HasSuffix(head, "fn")
	case open >= 0 && head[open] == '{' && isNames(head[open:]) && strings.HasPrefix(behind, " in "):
		return true
	}
	if strings.HasSuffix(head, " read") || strings.HasSuffix(head, " read -r") {
		return true
	}
	return isOfCondition(head, behind) || isOfLoop(head, rest) || isOfDefinition(head, behind)
}

// isOfCondition reports whether a name between head and behind is declared by what a condition
// begins with: if key := f(); key != "".
func isOfCondition(head, behind string) bool {
	names, _, ok := strings.Cut(behind, ":=")
	if !ok || !isNames(names) {
		return false
	}
	head = strings.TrimRight(head, " (")
	return strings.HasSuffix(head, "if") || strings.HasSuffix(head, "while") || strings.HasSuffix(head, "switch")
}

// isOfLoop reports whether a name between head and rest is that of a loop, or a parameter of a
// lambda.
func isOfLoop(head, rest string) bool {
	for _, word := range [...]string{"for", "foreach", "lambda"} {
		if between, ok := cutLast(head, word); ok && strings.HasSuffix(between, " my") && rest[0] == '(' {
			return true // Perl's
		} else if ok && isNames(between) && !strings.HasSuffix(between, " in") && !strings.HasSuffix(between, " of") {
			return strings.IndexByte(",:)<", rest[0]) >= 0 && !strings.HasPrefix(rest, "<=") || strings.HasPrefix(rest, "in ") || strings.HasPrefix(rest, "of ")
		}
	}
	return false
}

// isOfDefinition reports whether a name between head and behind is a parameter of a function that
// an equation defines: f(key) = "…".
func isOfDefinition(head, behind string) bool {
	names, value, ok := strings.Cut(behind, ") =")
	call := strings.LastIndexByte(head, '(')
	return ok && call > 0 && isNames(names) && strings.Trim(head[:call], " \t") != "" && isNames(head) && !strings.HasPrefix(value, "=") && strings.IndexByte(strings.Trim(head[:call], " \t"), ' ') < 0
}

// cutLast returns what stands behind the last place of a word in text.
func cutLast(text, word string) (behind string, ok bool) {
	at := strings.LastIndex(text, word)
	if at < 0 || !isWholeWord(text, at, word) {
		return "", false
	}
	return text[at+len(word):], true
}

// heading are words that open a list of parameters.
var heading = []string{"def ", "func ", "function ", "fun ", "fn ", "sub ", "param(", "Sub ", "Function ", "function(", "func(", "fn(", "->(", "catch (", "if let "}

// isParameter reports whether a name between before and behind, which are of its line, is
// a parameter there: behind a word that opens their list, before an arrow, or with a type
// before it.
func isParameter(before, behind string) bool {
	open := strings.LastIndexAny(before, "(|")
	if open < 0 || strings.IndexByte(before[open:], ')') >= 0 || strings.HasSuffix(strings.TrimRight(before[:open], " "), " use") { // PHP's of what is kept
		return false
	}
	if opensParameters(before) {
		return true
	}
	if strings.Contains(behind, "=>") || strings.Contains(behind, "->") {
		return true
	}
	kind := strings.TrimRight(before, " $")
	if plain := strings.TrimRight(kind, "&*"); !strings.HasSuffix(plain, " ") {
		kind = plain // const std::string& key
	}
	behind = strings.TrimLeft(behind, " ")
	return len(kind) < len(before) && kind != "" && (literal.IsWordByte(kind[len(kind)-1]) || strings.IndexByte("]>?", kind[len(kind)-1]) >= 0) &&
		open > 0 && literal.IsWordByte(before[open-1]) && behind != "" && strings.IndexByte(",)=", behind[0]) >= 0
}
