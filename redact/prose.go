package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/vocabulary"
)

// What follows a secret's keyword may be what somebody says about the secret, or code that
// asks for it.

// starters are words that start what is said about a secret, and articles what stands behind
// a verb.
var (
	starters = strings.Fields("a an any each enter if key name optional password provide required same secret see set should specifies specify the their this token use used value when whether which your")
	articles = strings.Fields("a an the this your")
)

// describes reports whether what follows a keyword says something about the secret: three
// words of a language or more, or a sentence of two, that start as no secret does or hold what the
// secret itself is called.
func describes(text string, name secretName, keyword string) bool {
	const most = 6
	var words []string
	all := strings.Fields(text[:min(len(text), 128)])
	for _, word := range all[:min(len(all), most)] {
		word = strings.ToLower(strings.Trim(word, "()`'\".,:;!?*_"))
		if !isPlainWord(word) || word == "" {
			break
		}
		words = append(words, word)
	}
	switch {
	case len(words) < 2 || len(words[1]) == 1 || len(words) == 2 && (len(all) > 2 || !strings.HasSuffix(all[1], ".")):
		return false
	case slices.Contains(starters, words[0]), !name.ours && slices.Contains(words[1:], lastPart(keyword)):
		return true
	}
	return slices.Contains(articles, words[1]) && (!name.ours || strings.HasSuffix(words[0], "s"))
}

// lastPart returns the last word of a keyword: Key of AppKey.
func lastPart(keyword string) string {
	for _, end := range nameEnds {
		if n := len(keyword) - len(end.word); n >= 0 && strings.EqualFold(keyword[n:], end.word) {
			return end.word
		}
	}
	return ""
}

// typeNames are what declarations write for the type of a secret.
var typeNames = strings.Fields("any binary bool boolean bytes char character clob const credential datetime int integer nchar nvarchar nvarchar2 object password securestring str string symbol text optional varbinary varchar varchar2")

// isTypeName reports whether word, which follows a keyword and a colon, is a type: str,
// Optional[str], *string, bytes), varchar(40).
func isTypeName(word string) bool {
	word, _, _ = strings.Cut(strings.TrimLeft(word, "*&("), "[")
	if name, size, found := strings.Cut(word, "("); found && strings.Trim(size, "0123456789,max);") == "" {
		word = name
	}
	word = word[strings.LastIndexByte(word, '.')+1:]
	return slices.Contains(typeNames, strings.ToLower(strings.TrimRight(word, ",;)?}")))
}

// isReference reports whether a value, behind a sign and a blank, is a member that is called
// like a secret, or what a function returns that is given no literal: var.app_key,
// getpass.getpass(). Their names hold no digits.
func isReference(text string) bool {
	word := strings.TrimLeft(firstWord(text), "&*!$")
	end, dots := 0, 0
	for end < len(word) && (ascii.IsLetter(word[end]) || word[end] == '.' || word[end] == '_') {
		if word[end] == '.' {
			dots++
		}
		end++
	}
	if end == 0 || word[0] == '.' {
		return false
	}
	if end < len(word) && word[end] == '(' && end > 1 {
		call := text[:min(len(text), longestArgument)]
		call = call[strings.IndexByte(call, '('):]
		argument := strings.TrimLeft(call, "( \t&*")
		return argument != "" && (ascii.IsLetter(argument[0]) || argument[0] == ')') && strings.IndexByte(call, ')') > 0 && !strings.ContainsAny(call, "0123456789\"'")
	}
	name, ok := nextName(word[:end], strings.LastIndexByte(word[:end], '.')+1)
	return dots > 0 && ok && name.span.End == end && strings.Trim(word[end:], ",;)]}") == ""
}

// isCode reports whether a line that ends in a keyword and a colon is a statement whose block
// follows: if password:
func isCode(line string) bool {
	switch word := firstWord(strings.TrimLeft(line, " \t")); word {
	case "if", "elif", "else", "for", "while", "with", "def", "class", "try", "case", "switch", "match", "except", "lambda", "return":
		return true
	}
	return false
}

// isSign reports whether a word holds neither letter nor digit, as an ampersand between two names.
func isSign(word string) bool {
	for i := range len(word) {
		if isWordByte(word, i) {
			return false
		}
	}
	return true
}

// isMemberAccess reports whether what follows a keyword is an arrow of C and the name of a member:
// pwd->pw_name.
func isMemberAccess(text string) bool {
	rest, ok := strings.CutPrefix(text, "->")
	end := len(rest) - len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz_"))
	return ok && end > 1 && (end == len(rest) || !isWordByte(rest, end))
}

// isOwnMember reports whether a name is that of a member of what a program calls this or self: in a
// program a literal stands between quotation marks.
func isOwnMember(text string, name secretName) bool {
	start := identifierStart(text, name)
	for _, own := range [...]string{"this.", "self."} {
		if strings.HasPrefix(text[start:name.span.End], own) {
			return true
		}
	}
	return strings.HasSuffix(text[:start], "this->")
}

// isAssignedVariable reports whether text is no more than a variable, or a member of one.
func isAssignedVariable(text string) bool {
	return isVariableOrMember(strings.TrimRight(text, " \t\r\n;"))
}

// isVariableOrMember reports whether text is a name of letters, with dots between those of members.
func isVariableOrMember(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.") == ""
}

// isAssignedName reports whether text, which follows the operator := and a blank, starts with
// a plain name and goes on: in a program a literal stands between quotation marks. Makefiles have
// the operator, too, and no marks.
func isAssignedName(text string) bool {
	word := firstWord(text)
	name := strings.TrimLeft(word, "$&*")
	return isVariableOrMember(name) && strings.TrimSpace(text[len(word):]) != ""
}

// isExpression reports whether text starts with an expression of a template, longer than a
// placeholder, with no literal that may be a secret.
func isExpression(text string) bool {
	if !strings.HasPrefix(text, "{{") {
		return false
	}
	text = text[:min(len(text), longestFormat)]
	end := strings.LastIndex(text, "}}")
	if end < 0 {
		return false
	}
	return !slices.ContainsFunc(strings.FieldsFunc(text[:end], func(r rune) bool { return strings.ContainsRune(" ()\"'`|", r) }), vocabulary.IsMixed)
}
