package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// secretName is the keyword of a secret property as it stands in a text, however it
// is spelt: "AppKey", "application_key", "UserToken".
type secretName struct {
	span source.Span
	// ours says that it is nobody else's: "AppKey", and not "Password".
	ours bool
	// spaced says that blanks stand between its words, as in a sentence.
	spaced bool
}

// nameEnds are the last words of the keywords of secrets, in lower case, with what
// may stand before them, the longest first.
var nameEnds = []struct {
	word   string
	before [][]string // words, from the last
}{
	{"key", [][]string{{"application"}, {"app"}, {"private", "certificate", "application"}}},
	{"token", [][]string{{"application"}, {"app"}, {"user"}, {"usr"}}},
	{"blob", [][]string{{"certificate", "application"}}},
	{"password", [][]string{{}}},
	{"pwd", [][]string{{}}},
}

// nameStarts holds, by the first letter of the words of nameEnds, a bit for each second
// one: the low five of a letter's, whatever its case. Most of a text is passed over by it
// (BenchmarkRedact).
var nameStarts = func() (starts [256]uint32) {
	for _, end := range nameEnds {
		starts[end.word[0]] |= 1 << (end.word[1] & 0x1f)
	}
	return starts
}()

// nextName returns the first keyword of a secret in text[from:].
func nextName(text string, from int) (name secretName, ok bool) {
	for at := from; at+1 < len(text); at++ {
		if nameStarts[text[at]|0x20]>>(text[at+1]&0x1f)&1 == 0 {
			continue
		}
		for i := range nameEnds {
			end := &nameEnds[i]
			if !hasWord(text[at:], end.word) {
				continue
			}
			behind := at + len(end.word) + suffixLength(text[at+len(end.word):])
			if isWordByte(text, behind) && !startsJoint(text[behind:]) {
				continue
			}
			for _, before := range end.before {
				if name, ok := nameBefore(text, from, at, before); ok {
					name.span.End = behind
					name.ours = len(before) > 0
					return name, true
				}
			}
		}
	}
	return secretName{}, false
}

// nameAtEnd returns the last keyword of a secret in text[from:], if text ends with it.
func nameAtEnd(text string, from int) (name secretName, ok bool) {
	name, ok = nextName(text, from)
	for ok && name.span.End < len(text) {
		name, ok = nextName(text, name.span.End)
	}
	return name, ok
}

// suffixLength returns the length of what programs put behind a name at the start of
// text to say that they mean its value, or which one: ".value", "_SECRET", "2", "_1".
func suffixLength(text string) int {
	at := 0
	if rest, ok := strings.CutPrefix(text, "?."); ok {
		at = len(text) - len(rest)
	} else if text != "" && strings.IndexByte("_.-", text[0]) >= 0 {
		at++
	}
	digits := at
	for digits < len(text) && digits-at < 4 && '0' <= text[digits] && text[digits] <= '9' {
		digits++
	}
	for _, word := range []string{"value", "secret"} {
		if at > 0 && hasWord(text[at:], word) {
			digits = at + len(word)
		}
	}
	if digits == at || isWordByte(text, digits) {
		return 0
	}
	return digits
}

// wideJoints are the signs beyond ASCII that join a value as an equals sign does.
var wideJoints = []string{"→", "＝", "：", "│"}

// startsJoint reports whether text starts with a sign beyond ASCII that joins a value.
func startsJoint(text string) bool {
	return wideJoint(text) > 0 || blankSize(text) > 0
}

// wideJoint returns the size of the sign of wideJoints that text starts with; 0 for none.
func wideJoint(text string) int {
	for _, sign := range wideJoints {
		if strings.HasPrefix(text, sign) {
			return len(sign)
		}
	}
	return 0
}

// hasWord reports whether text starts with word, which is lower-case ASCII, in any
// case.
func hasWord(text, word string) bool {
	return len(text) >= len(word) && text[0]|0x20 == word[0] && strings.EqualFold(text[:len(word)], word)
}

// nameBefore returns the keyword whose last word stands at offset, if the given words
// stand before that one.
func nameBefore(text string, from, offset int, words []string) (name secretName, ok bool) {
	start := offset
	for _, word := range words {
		gap := start
		for gap > from && start-gap < 2 && strings.IndexByte(" _-.\t+", text[gap-1]) >= 0 {
			gap--
		}
		name.spaced = name.spaced || gap < start && (text[start-1] == ' ' || text[start-1] == '\t')
		start = gap - len(word)
		if start < from || !strings.EqualFold(text[start:gap], word) {
			return name, false
		}
	}
	name.span.Start = start
	return name, startsName(text, start, len(words) > 0)
}

// startsName reports whether a keyword may begin at offset: not amid a word, unless
// an upper-case letter begins one there, or behind the sign of an escape.
func startsName(text string, offset int, ours bool) bool {
	if offset == 0 {
		return true
	}
	before := text[offset-1]
	switch {
	case before == '_' || before == '.':
		return true
	case before == 'D' && offset > 1 && text[offset-2] == '-': // java -DAppKey=…
		return true
	case before == '-' && (offset == 1 || text[offset-2] == '\n' || text[offset-2] == '\r'): // of a line that a diff takes away
		return true
	case before == '-':
		return ours || isWordByte(text, offset-2) || offset > 1 && (text[offset-2] == '-' || text[offset-2] == ' ') || strings.HasPrefix(optionBefore(text, offset), "--")
	case before == '/':
		return ours
	case before >= 0x80 || !isWordByte(text, offset-1):
		return true
	case offset > 1 && text[offset-2] == '\\' && strings.IndexByte("ntrbf", before) >= 0:
		return true
	}
	return isUpper(text[offset]) && (!isUpper(before) || endsInAcronym(text, offset))
}

// endsInAcronym reports whether a name goes on at offset behind letters that stand for words:
// AADAppKey, DBPassword.
func endsInAcronym(text string, offset int) bool {
	const shortest, longest = 2, 6
	if offset+1 == len(text) || isUpper(text[offset+1]) {
		return false
	}
	start := offset
	for start > 0 && offset-start <= longest && isUpper(text[start-1]) {
		start--
	}
	return offset-start >= shortest && offset-start <= longest && !isWordByte(text, start-1)
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// isWordByte reports whether a letter, digit or byte beyond ASCII stands at offset.
func isWordByte(text string, offset int) bool {
	if offset < 0 || offset >= len(text) {
		return false
	}
	c := text[offset]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

// skipBlanks returns the offset of what follows the blanks at offset.
func skipBlanks(text string, offset int) int {
	for offset < len(text) {
		switch n := blankSize(text[offset:]); {
		case isBlankByte(text[offset]):
			offset++
		case n > 0:
			offset += n
		default:
			return offset
		}
	}
	return offset
}

// blankSize returns the size of the blank beyond ASCII, or sign without width, that text
// starts with; 0 for none.
func blankSize(text string) int {
	for _, blank := range []string{"\u00a0", "\u200b", "\ufeff"} {
		if strings.HasPrefix(text, blank) {
			return len(blank)
		}
	}
	return 0
}

// findPairs returns the values of all keywords of secrets in text, in order, each
// with its keyword. They are masked whoever's they are. The cost is one pass: behind
// a value the search goes on. isValue says that text is all of a literal: where it starts
// with such a pair, the value goes on to its end. What begins in one of the literals that are read
// alone, which are in order, goes no further than that and is none of this text's.
func findPairs(text string, placeholders *placeholder.Set, isValue bool, alone []source.Span) (found []region) {
	lineEnd, zero := -1, -1
	for at := 0; ; {
		name, ok := nextName(text, at)
		if !ok {
			return found
		}
		at = name.span.End
		if start, end, ok := valueOnTheLeft(text, name); ok && !placeholders.StandsForSecret(text[start:end]) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
			continue
		}
		found = append(found, findInserted(text, name, placeholders)...)
		j, ok := joinedTo(text, name)
		if !ok {
			continue
		}
		if j.value > lineEnd {
			lineEnd = endOfLine(text, j.value)
		}
		if filled := filledValue(text, name, j.value, lineEnd, placeholders); filled != nil {
			found = append(found, filled...)
			at = max(at, j.value)
			continue
		}
		if j.value >= zero { // behind the last one
			zero = indexFrom(text, j.value, "\x00")
		}
		limit := lineEnd
		if zero > j.value { // the kernel ends an argument or variable of a process so
			limit = min(limit, zero)
		}
		for len(alone) > 0 && alone[0].End <= name.span.Start {
			alone = alone[1:]
		}
		inside := len(alone) > 0 && alone[0].Covers(source.Span{Start: name.span.Start, End: j.value + 1})
		if inside {
			limit = min(limit, alone[0].End)
		}
		v := value{text: text, at: j.value, limit: limit, placeholders: placeholders, joint: j}
		before := lineBefore(text, identifierStart(text, name))
		v.whole = isValue && startsWithPair(text, name, j.value) || zero > j.value && zero < len(text) && startsArgument(before)
		v.parameter = text[j.value-1] == '=' && before != "" && strings.IndexByte("?&", before[len(before)-1]) >= 0
		v.member = isAmidMembers(before)
		v.read()
		none := v.isNone(text, name)
		if !none {
			v.readRest(j.colon && (isKeyOfLine(before) || strings.HasSuffix(before, ">")) || strings.TrimSpace(before) == "[")
		}
		if at = max(at, v.at); v.at < limit {
			at = nameOver(text, j.value, at)
		}
		if none || inside {
			continue
		}
		found = append(found, region{
			span: source.Span{Start: name.span.Start, End: v.at}, secrets: v.secrets,
			open: v.open, closed: v.closed, pair: v.at > j.value || j.colon && !name.ours, // else the value may stand in another reading
		})
	}
}

// nameOver returns the start of a secret's keyword with a blank in it that a value from start to end took the
// first word of, as the parameter before &Application%20Key=; else end.
func nameOver(text string, start, end int) int {
	near := text[:min(len(text), end+longestSegment)]
	for at := max(start, end-longestSegment); at < end; {
		name, ok := nextName(near, at)
		if !ok || name.span.Start >= end {
			break
		}
		if name.span.End > end {
			return name.span.Start
		}
		at = name.span.End
	}
	return end
}

// startsArgument reports whether a name with this before it on its line starts an argument or variable
// of a process, behind its dashes and what -D gives a Java program.
func startsArgument(before string) bool {
	before = before[strings.LastIndexByte(before, 0)+1:]
	return strings.Trim(strings.TrimPrefix(before, "-D"), "-") == ""
}

// lineBefore returns what stands before offset on its line, or the end of that.
func lineBefore(text string, offset int) string {
	before := text[max(0, offset-longestSegment):offset]
	return before[strings.LastIndexAny(before, "\r\n")+1:]
}

// isAmidMembers reports whether what stands before a name on its line is the start of an object with
// members as languages print it, or others of it: Config(appKey=, {Cluster:help AppKey:.
func isAmidMembers(before string) bool {
	open := strings.LastIndexAny(before, "([{")
	if open < 0 || strings.LastIndexAny(before, ")]}\"'") > open {
		return false
	}
	last := strings.TrimRight(before[open:], " ")
	return len(last) == 1 || last[len(last)-1] == ',' || before[len(before)-1] == ' ' && strings.IndexByte(last, ':') > 0
}

// nonePhrases is what Terraform, kubectl and npm print in a secret's place, or of a resource
// that is called like one.
var nonePhrases = []string{
	"(sensitive value)", "(sensitive)", "(known after apply)", "(hidden)", "(not set)", "<set to the key ",
	"Creating...", "Modifying...", "Destroying...", "Reading...", "Refreshing state...", "Still creating...",
	"Creation complete after", "Modifications complete after", "Destruction complete after", "Read complete after",
}

// startsWithPair reports whether a text starts with a keyword, and what may stand before that
// in the name of a variable, and an equals sign before the value.
func startsWithPair(text string, name secretName, value int) bool {
	const longest = 64
	return text[value-1] == '=' && name.span.Start < longest && isName(text[:name.span.Start])
}

// isNone reports whether what was read is nobody's secret: a word that says whether
// there is one, a sentence behind a colon, or the working directory.
func (v *value) isNone(text string, name secretName) bool {
	if len(v.secrets) == 0 {
		return false
	}
	first := v.secrets[0].Slice(text)
	if len(v.secrets) == 1 {
		word := first
		for _, next := range []string{", *", ", @"} { // of arguments and members: pwd=None, **more
			if rest := strings.Index(word, next); rest > 0 {
				word = word[:rest]
			}
		}
		switch strings.ToLower(strings.Trim(word, "()[]<>.,:;!?\"")) {
		case `\n`, `\r\n`: // the end of a line in a literal
			return v.quotes || !v.closed
		case "{":
			return v.colon
		case "yes", "no", "true", "false", "null", "nil", "none", "undefined", "required", "optional", "string", "":
			return true
		}
	}
	if v.limit-name.span.End < longestSegment && endsInOperator(strings.TrimRight(text[name.span.End:v.limit], " \t")) {
		return true
	}
	if opensWrapper(text[v.joint.value:v.limit]) {
		return true
	}
	if v.limit-name.span.End < longestSegment && blockBehind(strings.TrimRight(text[:v.limit], " \t"), name.span.End).lines > 0 {
		return true
	}
	if v.isEmpty(text, name) {
		v.at = v.joint.value
		return true
	}
	if v.isCount(text) {
		return true
	}
	for _, phrase := range nonePhrases {
		if strings.HasPrefix(text[v.joint.value:v.limit], phrase) {
			v.at = v.joint.value + len(phrase)
			return true
		}
	}
	if name.span.Slice(text) == "PWD" && v.isDirectory(text, name, first) {
		return true
	}
	return !v.quotes && v.isSaid(text, name)
}

// isEmpty reports whether what was read is the next pair of a log or member of an object, behind a
// name with an empty value: app_key= user=bob, {AppKey: Other:y}.
func (v *value) isEmpty(text string, name secretName) bool {
	word := wordAt(text[:v.limit], v.joint.value)
	switch sign := text[name.span.End]; {
	case v.quotes || !isBlankByte(text[v.joint.value-1]):
		return false
	case sign == '=':
		other, value, found := strings.Cut(word, "=")
		return found && isPlainName(other) && strings.Trim(value, "=") != "" && isAmidPairs(text[:v.limit], name.span.Start, v.joint.value+len(word))
	case sign == ':':
		return v.member && startsMember(word) && word[len(word)-1] != ',' && isAmidMembersOfGo(lineBefore(text, identifierStart(text, name)))
	}
	return false
}

// isAmidPairs reports whether another pair of a log stands on the line before offset start, or
// behind end: alone, a secret may hold an equals sign.
func isAmidPairs(line string, start, end int) bool {
	return strings.IndexByte(lineBefore(line, start), '=') >= 0 || strings.IndexByte(line[end:min(len(line), end+longestSegment)], '=') >= 0
}

// isAmidMembersOfGo reports whether what stands before a name is the start of an object as Go prints
// it, with no blank behind a colon. In YAML there is one, and a secret may hold a colon.
func isAmidMembersOfGo(before string) bool {
	open := strings.LastIndexAny(before, "[{")
	members := strings.TrimRight(before[open+1:], " ")
	if members == "" {
		return strings.HasSuffix(before[:open+1], "map[") || strings.HasSuffix(before[:open+1], "&{")
	}
	return startsMember(lastWord(members))
}

// isCount reports whether what was read is the number of an argument of a statement of SQL ($1), or
// the size that kubectl shows of a secret (24 bytes).
func (v *value) isCount(text string) bool {
	const longest, mostDigits = 16, 3
	rest := text[v.joint.value:v.limit]
	if number, found := strings.CutPrefix(wordAt(rest, 0), "$"); found {
		number = strings.TrimRight(number, ",;)")
		return number != "" && len(number) <= mostDigits && strings.Trim(number, "0123456789") == ""
	}
	size, found := strings.CutSuffix(strings.TrimRight(rest, " \t"), " bytes")
	return found && len(size) < longest && isQuantity(size)
}

// isSaid reports whether what was read says something about the secret, or is code that asks
// for it.
func (v *value) isSaid(text string, name secretName) bool {
	behind := text[v.joint.value:v.limit]
	if v.colon && (!name.ours && isSentence(behind) || describes(behind, name, name.span.Slice(text)) || isTypeName(firstWord(behind))) {
		return true
	}
	if isExpression(behind) {
		return true
	}
	if !name.ours && isMemberAccess(text[name.span.End:v.limit]) || strings.HasSuffix(text[:v.joint.value], ":= ") && isAssignedName(behind) {
		return true
	}
	return isBlankByte(text[v.joint.value-1]) && !v.joint.blank && !v.closed && (!v.colon || strings.IndexByte(firstWord(behind), '(') < 0) && isReference(behind)
}

// isDirectory reports whether what was read of PWD is the working directory, or the variable
// is read and not set: docker -v $PWD:/data.
func (v *value) isDirectory(text string, name secretName, first string) bool {
	if v.colon && name.span.Start > 0 && text[name.span.Start-1] == '$' {
		v.at = v.joint.value
		return true
	}
	if v.closed {
		return first[0] == '/' && isPath(first)
	}
	directory := firstWord(text[v.joint.value:v.limit])
	if directory == "" || directory[0] != '/' || !isPath(directory) {
		return false
	}
	v.at = v.joint.value + len(directory)
	return true
}

// isPath reports whether text is a path of plain names.
func isPath(text string) bool {
	for i := range len(text) {
		if !isWordByte(text, i) && strings.IndexByte("/.-+~@", text[i]) < 0 {
			return false
		}
	}
	return true
}

// isSentence reports whether text starts with three words of small letters.
func isSentence(text string) bool {
	words := strings.Fields(text[:min(len(text), 128)])
	if len(words) < 3 {
		return false
	}
	for _, word := range words[:3] {
		for i := range len(word) {
			if word[i] < 'a' || word[i] > 'z' {
				return false
			}
		}
	}
	return true
}

// isKeyword reports whether segment, which starts behind a semicolon, starts with a
// keyword of a connection string, of whichever product, and an equals sign.
func isKeyword(segment string) bool {
	const longest = 64
	name, _, found := strings.Cut(segment[:min(len(segment), longest)], "=")
	if !found || strings.IndexByte(name, ';') >= 0 {
		return false
	}
	name = strings.TrimSpace(name)
	if _, known := schema.Lookup(name); known {
		return true
	}
	return vocabulary.IsKnownElsewhere(name)
}
