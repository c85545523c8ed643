package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/vocabulary"
)

// joinsByBlank reports whether word, behind a keyword and a blank, is its value: a flag's,
// or no word of a sentence.
func joinsByBlank(text string, name secretName, word string) bool {
	switch {
	case word == "" || isSign(word):
		return false
	case word[0] == '-':
		return name.ours && isOption(text, name) && !isNextOption(word)
	case optionBefore(text, name.span.Start) == "-" && isUpper(text[name.span.Start]) && (word[0] == '"' || word[0] == '\''):
		return true // an argument of PowerShell
	case isOption(text, name):
		return !isHelp(text, name, word)
	case isArgument(text[:name.span.Start]), word[0] == '\'' && name.span.Slice(text) == "PASSWORD": // of SQL: ALTER USER bob PASSWORD '…'
		return true
	}
	if isLonely(text, name, word) {
		return true
	}
	word = inLiteral(word)
	start := identifierStart(text, name)
	if text[start] == ':' && word[0] == '"' && (start == 0 || strings.IndexByte("({ ,[", text[start-1]) >= 0) {
		return true // a keyword of Lisp
	}
	return name.ours && isDubious(word) && (!name.spaced || vocabulary.IsMixed(word)) && !isTypeName(word) && !isNextField(text, start, word)
}

// isNextOption reports whether a word behind an option is another one and not its value.
func isNextOption(word string) bool {
	const longest = 16
	name := strings.TrimLeft(word, "-")
	if len(name) < len(word) && len(name) >= longest && vocabulary.IsMixed(name) && strings.ToLower(name) != name && !strings.ContainsAny(name, "-_.=:") {
		return false // a machine chose it
	}
	return len(name) < len(word) && (!vocabulary.IsMixed(word) || isName(name))
}

// beforeSign returns a word up to what joins a value in it: -XX of -XX:MaxRAM=2g.
func beforeSign(word string) string { return word[:indexFrom(word, 0, "=:")] }

// isLonely reports whether word is a literal that ends a statement behind a keyword of ours, or
// stands alone in the second column of a list.
func isLonely(text string, name secretName, word string) bool {
	at := skipBlanks(text, name.span.End)
	line := text[at:lineEndNear(text, at)]
	if start, mark, quoted := openingQuote(line, 0); quoted {
		end, closed := closingQuote(line, start, len(line), mark)
		return (name.ours || isDubiousLiteral(line[start:end])) && closed && strings.Trim(line[end+len(mark):], ");, ") == ""
	}
	gap := text[name.span.End:at]
	isColumn := len(gap) > 1 || gap == "\t"
	return isColumn && (name.ours || vocabulary.IsMixed(word)) && strings.TrimSpace(line) == word && !isTypeName(word) && isLineStart(text, identifierStart(text, name))
}

// isLineStart reports whether nothing but blanks stands before offset on its line.
func isLineStart(text string, offset int) bool {
	before := strings.TrimRight(text[:offset], " \t")
	return before == "" || before[len(before)-1] == '\n' || before[len(before)-1] == '\r'
}

// inLiteral returns a word up to the quotation mark that ends the literal in which it
// stands, with what follows that in the data: expired","user":"bob".
func inLiteral(word string) string {
	for at := 1; at+1 < len(word); at++ {
		if word[at] == '"' && strings.IndexByte(",}])", word[at+1]) >= 0 {
			return word[:at]
		}
	}
	return word
}

// isOption reports whether a keyword ends the name of a command's option: --password,
// --kusto-app-key, and -AppKey where it is ours.
func isOption(text string, name secretName) bool {
	word := optionBefore(text, name.span.Start)
	return strings.HasPrefix(word, "--") || name.ours && !name.spaced && strings.HasPrefix(word, "-")
}

// optionBefore returns the start, up to offset, of the word in which a keyword stands there.
func optionBefore(text string, offset int) string {
	const longest = 64
	start := offset
	for start > 0 && offset-start < longest && (isWordByte(text, start-1) || text[start-1] == '-' || text[start-1] == '.') {
		start--
	}
	return text[start:offset]
}

// optionWords are words behind the name of an option in a sentence.
var optionWords = strings.Fields("and argument arguments are can description flag flags for from has if in instead is may must option options or parameter parameters should switch to was when will with")

// isHelp reports whether what follows an option is a column of a command's help, or what
// stands for the value there: --app-key KEY.
func isHelp(text string, name secretName, word string) bool {
	if word[0] == '"' || word[0] == '\'' {
		return false
	}
	for _, line := range []string{"  ", "\t"} {
		if strings.HasPrefix(text[name.span.End:], line) && !isDubious(word) {
			return true
		}
	}
	if strings.HasSuffix(word, ":") && !vocabulary.IsMixed(word) || slices.Contains(optionWords, strings.TrimRight(word, ".,;")) { // of a sentence
		return true
	}
	word = strings.ReplaceAll(strings.Trim(word, "[]<>.,"), "_", "-")
	return strings.ToUpper(word) == word && strings.HasSuffix(strings.ToUpper(name.span.Slice(text)), word)
}

// isArgument reports whether a text ends in a command that sets a variable, whose name and
// value follow.
func isArgument(before string) bool {
	const longest = 64
	before = before[max(0, len(before)-longest):]
	before = strings.TrimRight(before[:strings.LastIndexAny(before, " \t")+1], " \t")
	switch lastWord(before) {
	case "ENV", "setx", "setenv", "SetEnv", "#define":
		return true
	}
	return false
}
