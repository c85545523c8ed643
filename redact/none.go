package redact

import "strings"

// In a secret's place may stand what is nobody's secret: the next pair of a log, a count, what somebody
// says about the secret, the working directory.

// nonePhrases is what Terraform, kubectl and npm print in a secret's place, or of a resource
// that is called like one.
var nonePhrases = []string{
	"(sensitive value)", "(sensitive)", "(known after apply)", "(hidden)", "(not set)", "<set to the key ",
	"Creating...", "Modifying...", "Destroying...", "Reading...", "Refreshing state...", "Still creating...",
	"Creation complete after", "Modifications complete after", "Destruction complete after", "Read complete after",
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
		if at := strings.Index(word, ", "); at > 0 && isNextMember(word[at+len(", "):]) {
			word = word[:at]
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
		return found && isPlainName(other) && strings.Trim(value, "=") != "" && !isAmidSegments(text[v.joint.value:v.limit]) &&
			isAmidPairs(text[:v.limit], name.span.Start, v.joint.value+len(word))
	case sign == ':':
		return v.member && startsMember(word) && word[len(word)-1] != ',' && isAmidMembersOfGo(lineBefore(text, identifierStart(text, name), longestSegment))
	}
	return false
}

// isAmidSegments reports whether a pair of a known keyword follows on the line behind a semicolon: the
// first word of text belongs to a value of a string then, and is no pair of a log.
func isAmidSegments(text string) bool {
	text = text[:min(len(text), longestSegment)]
	for {
		_, rest, found := strings.Cut(text, ";")
		if !found {
			return false
		}
		if isKeyword(strings.TrimLeft(rest, " \t")) {
			return true
		}
		text = rest
	}
}

// isAmidPairs reports whether another pair of a log stands on the line before offset start, or
// behind end: alone, a secret may hold an equals sign.
func isAmidPairs(line string, start, end int) bool {
	return holdsPair(lineBefore(line, start, longestSegment)) || holdsPair(line[end:min(len(line), end+longestSegment)])
}

// holdsPair reports whether text holds an equals sign behind a word.
func holdsPair(text string) bool {
	for at := range len(text) {
		if text[at] == '=' && at > 0 && isWordByte(text, at-1) {
			return true
		}
	}
	return false
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
	if isExpression(behind) || isVariable(behind) || isOwnMember(text, name) && isAssignedVariable(behind) {
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
