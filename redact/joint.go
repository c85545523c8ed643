package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
)

// joint is how a value is joined to its keyword.
type joint struct {
	value  int  // where the value starts
	quoted bool // the keyword has a quotation mark behind it, as in JSON
	colon  bool
	blank  bool // by nothing but blanks
	tag    bool // it is the text of an element
}

// longestElement bounds the text of an element.
const longestElement = 1 << 10

// joinedTo reads what joins a value to the keyword name of text: an equals sign, a
// colon, an arrow, a bracket or comma before a literal, tags, blanks.
func joinedTo(text string, name secretName) (j joint, ok bool) {
	at, quoted := behindMarks(text, behindIndex(text, name))
	j.quoted = quoted
	sign := skipBlanks(text, at)
	if sign == len(text) {
		return j, false
	}
	if text[sign] == 0 && sign == at && isOption(text, name) { // the next argument of a process
		j.value = sign + 1
		return j, j.value < len(text) && !isNextOption(wordAt(text, j.value))
	}
	if value, ok := behindCommand(text, name, at); ok {
		j.value, j.quoted = value, false
		return j, true
	}
	if behind := behindSign(text, sign); behind > sign {
		j.colon = text[sign] == ':'
		if assigned := behindType(text, behind); j.colon && assigned > behind {
			j.colon, behind = false, assigned
		}
		j.value = behindTypeName(text, skipBlanks(text, behind))
		return j, j.value < len(text) && !strings.HasPrefix(text[sign:], "::")
	}
	for _, behind := range []func(string, secretName, int) (int, bool){behindValue, behindFallback, behindComma} {
		if value, ok := behind(text, name, at); ok {
			j.value, j.quoted = value, false
			return j, true
		}
	}
	switch {
	case text[sign] == '<' || text[sign] == '>':
		sign, ok = j.inMarkup(text, name, sign)
	case j.quoted:
		sign, ok = behindCell(text, name, at, sign)
	case text[sign] == '(' && (sign == at || !isOption(text, name)):
		sign++
		_, _, ok = openingQuote(text, skipBlanks(text, sign))
	case text[sign] == '|': // the next column of a table
		sign++
		word := wordAt(text, skipBlanks(text, sign))
		ok = name.ours && isDubious(word) || vocabulary.IsMixed(word)
	case sign > at:
		sign, ok = behindBlank(text, name, sign)
		j.blank = ok
	}
	if j.value = skipBlanks(text, sign); !ok && !j.quoted {
		j.value, ok = behindSignsAndBlanks(text, name, at)
	}
	return j, ok && j.value < len(text)
}

// behindMarks returns the offset behind the marks that may stand between a keyword and a sign, at
// offset, and whether a quotation mark is among them.
func behindMarks(text string, offset int) (at int, quoted bool) {
	at = offset
	for at < len(text) && strings.IndexByte("\"'`]*\\?!", text[at]) >= 0 {
		if isEscapedBlank(text[at:]) {
			at++
		}
		quoted = quoted || strings.IndexByte("\"'`", text[at]) >= 0
		at++
	}
	if quoted && strings.HasPrefix(text[at:], ">>") { // of a binary of Erlang
		at += len(">>")
	}
	return behindVisibility(text, at), quoted
}

// behindVisibility returns the offset behind what PHP writes behind the name of a member that is
// not public: :protected], :"Config":private]; else offset.
func behindVisibility(text string, offset int) int {
	const longest = 64
	member, _, found := strings.Cut(text[offset:min(len(text), offset+longest)], "]")
	if found && member != "" && member[0] == ':' && (strings.HasSuffix(member, ":protected") || strings.HasSuffix(member, ":private")) {
		return offset + len(member) + 1
	}
	return offset
}

// isEscapedBlank reports whether text starts with the escape of a blank or line end
// before no letter.
func isEscapedBlank(text string) bool {
	return len(text) > 2 && text[0] == '\\' && strings.IndexByte("tnr", text[1]) >= 0 && !isWordByte(text, 2)
}

// behindIndex returns the end of a keyword with what may stand in brackets behind it and
// before a sign: AppKey[0]=, AppKey (prod): , AppKey { get; set; } =.
func behindIndex(text string, name secretName) int {
	const longest = 32
	end := name.span.End
	open := skipBlanks(text, end)
	if open == len(text) || text[open] != '[' && (text[open] != '(' && text[open] != '{' || !name.ours) {
		return end
	}
	signs := " -."
	if text[open] == '{' {
		signs = " ;"
	}
	for at := open + 1; at < min(len(text), open+longest); at++ {
		switch c := text[at]; {
		case c == ')' || c == ']' || c == '}':
			if sign := skipBlanks(text, at+1); sign < len(text) && (text[sign] == '=' || text[sign] == ':') {
				return at + 1
			}
			return end
		case !isWordByte(text, at) && strings.IndexByte(signs, c) < 0:
			return end
		}
	}
	return end
}

// behindSign returns the offset behind the sign at offset that joins a value, or offset.
func behindSign(text string, offset int) int {
	at, rest := offset, text[offset:]
	switch {
	case rest[0] == '=':
		for at < len(text) && text[at] == '=' {
			at++
		}
		if at < len(text) && text[at] == '>' {
			at++
		}
	case rest[0] == ':':
		at++
		if at < len(text) && text[at] == '=' {
			at++
		}
	case strings.HasPrefix(rest, "->"), strings.HasPrefix(rest, "=>"), strings.HasPrefix(rest, "<-"), strings.HasPrefix(rest, "+="):
		at += 2
	default:
		at += wideJoint(rest)
	}
	return at
}

// inMarkup returns the offset of the text that markup joins to a keyword: of an element
// of its name, of the element that has it for an attribute, of the one behind the
// keyword's own. at is the angle bracket behind the keyword.
func (j *joint) inMarkup(text string, name secretName, at int) (value int, ok bool) {
	start := identifierStart(text, name)
	before := start > 0 && text[start-1] == '<'
	switch {
	case text[at] == '>' && before:
		j.tag = true
		return at + 1, strings.Contains(text[at:min(len(text), at+longestElement)], "</")
	case text[at] == '>':
		ok = j.quoted && start > 1 && text[start-2] == '='
	default:
		ok = strings.HasPrefix(text[at:], "</")
	}
	if !ok {
		return at, false
	}
	value, opened := skipTags(text, at)
	j.tag, j.quoted = true, false
	if value == len(text) || !opened && text[at] == '<' {
		return value, false
	}
	word, _, _ := strings.Cut(wordAt(text, value), "<")
	return value, word != "" && (name.ours || isDubious(word))
}

// skipTags returns the offset behind the tags at offset, and the colons and equals signs
// among them, and whether one of these opens an element or joins a value.
func skipTags(text string, offset int) (at int, opened bool) {
	const longest = 256
	limit := min(len(text), offset+longest)
	for at = offset; ; {
		switch at = skipBlanks(text[:limit], at); {
		case at == limit:
			return at, opened
		case text[at] == '<':
			n := strings.IndexByte(text[at:limit], '>')
			if n < 0 {
				return at, opened
			}
			opened = opened || text[at+1] != '/'
			at += n + 1
		case text[at] == ':' || text[at] == '=' || text[at] == '>':
			opened = opened || text[at] != '>'
			at++
		default:
			return at, opened
		}
	}
}

// behindCell returns the offset behind what joins a literal to a keyword in quotation
// marks: a comma, the sign between two cells, an attribute or member called value. sign is
// the first sign behind the marks, which end at offset at.
func behindCell(text string, name secretName, at, sign int) (behind int, ok bool) {
	switch c := text[sign]; {
	case c == ',' || c == '(':
		sign++
	case name.ours && (c == ';' || sign > at && text[at] == '\t'):
		if c == ';' {
			sign++
		}
		start, mark, ok := openingQuote(text, skipBlanks(text, sign))
		if !ok {
			return sign, false
		}
		end, _ := closingQuote(text, start, min(len(text), start+longestArgument), mark)
		return sign, isDubious(text[start:end])
	case hasWord(text[sign:], "value"):
		sign = skipBlanks(text, sign+len("value"))
		return sign + 1, sign < len(text) && text[sign] == '='
	case c == '|' && name.ours:
		return sign + 1, isDubious(wordAt(text, skipBlanks(text, sign+1)))
	case sign > at && (c == '"' || c == '\''): // the next word of a command
		start, mark, _ := openingQuote(text, sign)
		end, closed := closingQuote(text, start, min(len(text), start+longestArgument), mark)
		return sign, closed && (name.ours || vocabulary.IsMixed(text[start:end]))
	default:
		return behindPhrase(text, name, sign)
	}
	start, mark, quoted := openingQuote(text, skipBlanks(text, sign))
	if !quoted || mark == "`" && text[at-1] == '`' { // names of a sentence, in pieces of code
		return sign, false
	}
	if _, ok := behindMember(text, start, mark); ok {
		return memberValue(text, sign)
	}
	end, _ := closingQuote(text, start, min(len(text), start+longestArgument), mark)
	return sign, !isOption(text, name) || !isNextOption(text[start:end])
}

// memberValue returns where the value of the member called value starts, which may stand
// behind a few others: {"name": "AppKey", "slotSetting": false, "value": …}. offset is
// behind the comma before these.
func memberValue(text string, offset int) (value int, ok bool) {
	const most = 4
	for range most {
		start, mark, quoted := openingQuote(text, skipBlanks(text, offset))
		if !quoted {
			break
		}
		behind, isMember := behindMember(text, start, mark)
		if !isMember {
			break
		}
		if isValueMember(text[start : behind-1]) {
			return behind, true
		}
		at := skipBlanks(text, behind)
		if start, mark, quoted = openingQuote(text, at); quoted {
			end, _ := closingQuote(text, start, min(len(text), start+longestArgument), mark)
			at = end
		}
		n := strings.IndexAny(text[at:min(len(text), at+longestArgument)], ",}")
		if n < 0 || text[at+n] == '}' {
			break
		}
		offset = at + n + 1
	}
	return offset, false
}

// behindMember returns the offset behind the colon that makes the literal from start to
// mark the name of a member.
func behindMember(text string, start int, mark string) (behind int, ok bool) {
	const longest = 64
	end, closed := closingQuote(text, start, min(len(text), start+longest), mark)
	if !closed {
		return 0, false
	}
	behind = skipBlanks(text, end+len(mark))
	return behind + 1, behind < len(text) && text[behind] == ':'
}

// behindBlank returns the offset of the value that stands behind a keyword and a blank, at
// offset: by nothing else, behind the verb of a sentence, or behind its type.
func behindBlank(text string, name secretName, offset int) (value int, ok bool) {
	word := wordAt(text, offset)
	if joinsByBlank(text, name, word) {
		return offset, true
	}
	next := skipBlanks(text, offset+len(word))
	if value, ok := behindPhrase(text, name, offset); ok {
		return value, true
	}
	if word == "" || next == len(text) || !name.ours && !isTypeName(word) {
		return offset, false
	}
	if verb := strings.TrimSuffix(word, ":"); verb == "is" || verb == "was" {
		_, _, ok = openingQuote(text, next)
		return next, ok || vocabulary.IsMixed(wordAt(text, next))
	}
	sign := behindSign(text, next)
	if sign == next || name.spaced {
		return offset, false
	}
	_, _, ok = openingQuote(text, skipBlanks(text, sign))
	return sign, ok
}

// wordAt returns the start of the word at offset.
func wordAt(text string, offset int) string {
	const longest = 256
	return firstWord(text[offset:min(len(text), offset+longest)])
}
