package redact

import "strings"

// The value of a secret may stand on the line behind the one with its name: of a key, of a list, of
// an object with members.

// noteName notes the keyword of a secret at the end of a line that holds none of its
// value: "appKey:", or "name: AppKey".
func (s *stream) noteName(line string) {
	const longest = 64
	from := max(0, len(line)-longest)
	for at := from; ; {
		name, ok := nextName(line, at)
		if !ok {
			return
		}
		at = name.span.End
		start := identifierStart(line, name)
		before := strings.TrimRight(line[from:max(from, start)], "\"'` \t")
		if beginsPiece(line, start) {
			before = ""
		}
		s.block = blockBehind(line, at)
		if endsInOperator(line[at:]) {
			s.operand, s.joined = true, true
			return
		}
		behind := strings.TrimLeft(line[at:], "\"'` \t")
		if n := behindVisibility(behind, 0); n > 0 {
			behind = behind[n-len("]"):]
		}
		s.noteBehind(line, before, strings.TrimRight(behind, "\"'` \t"))
	}
}

// beginsPiece reports whether a cell, literal or element that goes on behind its line begins at
// offset.
func beginsPiece(line string, offset int) bool {
	if offset == 0 {
		return false
	}
	return line[offset-1] == '"' && strings.Count(line, `"`)%2 == 1 || line[offset-1] == '>' && !strings.Contains(line[offset:], "</")
}

// noteBehind notes the keyword of a secret between before and behind, the start and the end of
// a line.
func (s *stream) noteBehind(line, before, behind string) {
	if behind == ">" && strings.HasSuffix(before, "</") {
		return
	}
	switch behind {
	case ":", "=", ">", "]=>":
		isEmpty := strings.HasSuffix(line, `""`) || strings.HasSuffix(line, "''")
		s.named, s.indent = !isEmpty && !isCode(line), indentOf(line)
		s.key = isKeyOfLine(before)
		return
	case "{": // variable "app_key" {
		if strings.HasSuffix(before, "variable") {
			s.member = mostMembers
		}
		return
	case ": {", ":{", "= {", "=> {": // "appKey": { "type": …, "value": …
		s.member = mostMembers
		return
	case "", ",":
		s.noteLast(line, strings.TrimRight(before, "$"), len(before) < len(line) && behind == "")
	}
	sign := strings.TrimLeft(behind, ":=> \t")
	switch {
	case sign != behind && opensWrapper(sign), endsNameElement(behind) && strings.HasSuffix(before, ">"):
		s.named, s.indent = true, indentOf(line)
	}
}

// endsNameElement reports whether text is the tag that ends an element with a name, beside
// which another holds the value.
func endsNameElement(text string) bool {
	switch text {
	case "</key>", "</name>", "</th>", "</dt>", "</td>":
		return true
	}
	return false
}

// noteLast notes a keyword that is the last word of its line, behind before.
func (s *stream) noteLast(line, before string, isLast bool) {
	holder := strings.TrimRight(strings.TrimRight(before, ":= "), "\"'")
	switch {
	case strings.Contains(line, "form-data") && strings.HasSuffix(holder, "name"):
		s.block = block{lines: 2, indent: -1}
	case strings.HasSuffix(holder, "name") || strings.HasSuffix(holder, "key") || strings.HasSuffix(holder, "Name"):
		s.member = mostMembers
	case isListedOption(line, isLast):
		s.named, s.key, s.indent = true, true, -1
	case isLast && (strings.TrimSpace(before) == "" && strings.HasPrefix(strings.TrimSpace(line), "$") || isItemNumber(strings.TrimSpace(before))):
		s.named, s.indent = true, -1
	}
}

// isListedOption reports whether a line is an option in a list of arguments, of which each stands
// on a line of its own: "--app-key", in JSON, - --app-key in YAML.
func isListedOption(line string, isLast bool) bool {
	item, isItem := strings.CutPrefix(strings.TrimLeft(line, " \t"), "- ")
	return isItem == isLast && strings.HasPrefix(strings.TrimLeft(item, "\"'"), "--")
}

// isItemNumber reports whether text is the number of an item in a list: 4).
func isItemNumber(text string) bool {
	number := strings.TrimSuffix(text, ")")
	return number != text && number != "" && strings.Trim(number, "0123456789") == ""
}

// listedValue returns where the literal starts that a list of R or Redis, or an element behind
// one with a keyword, holds on a line: [1] "…", 5) "…", <string>…</string>.
func listedValue(line string) (start int, ok bool) {
	start = skipBlanks(line, 0)
	word := firstWord(line[start:])
	switch {
	case word == "[1]", isItemNumber(word):
		start = skipBlanks(line, start+len(word))
		_, _, ok = openingQuote(line, start)
		return start, ok
	case strings.HasPrefix(word, "<") && strings.Contains(line, "</"):
		if n := strings.IndexByte(line[start:], '>'); n > 0 && start+n+1 < len(line) {
			return start + n + 1, line[start+n+1] != '<'
		}
	}
	return 0, false
}

// mostMembers bounds how many members may stand between a name and its value.
const mostMembers = 4

// isMember reports whether a line is a member of the same object as the one before: set in,
// with a name, and not the start or end of another.
func isMember(line string) bool {
	text := strings.TrimLeft(line, " \t")
	return len(text) < len(line) && text != "" && strings.IndexByte("-{}[]", text[0]) < 0 && strings.ContainsAny(text, ":=") && strings.IndexByte("{[", text[len(text)-1]) < 0
}

// namedValue returns where the value stands on a line behind one that ended with its
// keyword, if it plainly does: set in, or in quotation marks.
func (s *stream) namedValue(line string) (start, end int, ok bool) {
	if start, ok = listedValue(line); ok && s.named {
		v := value{text: line, at: start, limit: endOfLine(line, start), placeholders: s.placeholders, joint: joint{tag: line[start-1] == '>'}}
		if v.read(); len(v.secrets) == 0 {
			return 0, 0, false
		}
		return v.secrets[0].Start, v.secrets[len(v.secrets)-1].End, true
	}
	start = skipBlanks(line, 0)
	isItem := strings.HasPrefix(line[start:], "- ")
	if isItem {
		start = skipBlanks(line, start+1)
	}
	if s.member > 0 {
		if start, ok = memberNamedValue(line, start); !ok {
			return 0, 0, false
		}
	}
	if size := operatorLength(line[start:]); size > 0 {
		if next := skipBlanks(line, start+size); next < len(line) && (line[next] == '"' || line[next] == '\'') {
			start = next
		}
	}
	start = behindTypeName(line, start)
	v := value{text: line, at: start, limit: endOfLine(line, start), placeholders: s.placeholders}
	_, _, quoted := openingQuote(line, start)
	switch {
	case start == v.limit, s.member == 0 && start == 0 && !quoted:
		return 0, 0, false
	case s.key && s.indent < 0 && isNextOption(strings.TrimLeft(line[start:v.limit], "\"'")):
		return 0, 0, false
	case s.member > 0 || quoted:
	case isComment(line[start:v.limit]), isReference(line[start:v.limit]):
		return 0, 0, false
	case s.key && s.indent < 0 && isItem && !strings.ContainsAny(line[start:v.limit], " \t"): // all of an argument
	case s.key && isLone(line[start:v.limit]) && start > s.indent:
	case !isDubious(firstWord(line[start:])), strings.ContainsAny(strings.TrimRight(line[start:v.limit], "= "), ":="):
		return 0, 0, false
	}
	if v.read(); len(v.secrets) == 0 {
		return 0, 0, false
	}
	if quoted && s.member == 0 && strings.HasPrefix(strings.TrimLeft(line[v.at:v.limit], " "), ":") {
		return 0, 0, false // a member of its own
	}
	return v.secrets[0].Start, v.secrets[len(v.secrets)-1].End, true
}

// isKeyOfLine reports whether nothing but the start of a name, or an item's sign, stands before
// a keyword on its line.
func isKeyOfLine(before string) bool {
	return isName(strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(before, " \t"), "- "), "\"' "))
}

// isComment reports whether a line is a comment of a script or program.
func isComment(line string) bool {
	rest := strings.TrimLeft(line, "#/")
	return len(rest) < len(line) && (line[0] == '#' || strings.HasPrefix(line, "//")) && (rest == "" || isBlankByte(rest[0]))
}

// isLone reports whether a line holds nothing but a word, such as the value of the key of YAML
// on the line before. Punctuation makes it a sentence's.
func isLone(line string) bool {
	word := strings.TrimRight(line, " \t=")
	return word != "" && !strings.ContainsAny(word, " \t:=()[]{}<>") && strings.IndexByte(".,;!?", word[len(word)-1]) < 0
}

// memberNamedValue returns where the value of a member called so starts, whose name starts at offset.
func memberNamedValue(line string, offset int) (start int, ok bool) {
	at := offset + len(line[offset:]) - len(strings.TrimLeft(line[offset:], "\"'"))
	switch {
	case hasWord(line[at:], "value"):
		at += len("value")
	case hasWord(line[at:], "default"):
		at += len("default")
	case strings.HasPrefix(line[at:], "v\""):
		at++
	default:
		return 0, false
	}
	at += len(line[at:]) - len(strings.TrimLeft(line[at:], "\"' \t"))
	if at == len(line) || line[at] != ':' && line[at] != '=' {
		return 0, false
	}
	return skipBlanks(line, at+1), true
}
