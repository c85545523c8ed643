package placeholder

import (
	"strings"
	"unicode"

	"kustoconn/internal/ascii"
)

// StandsForSecret reports whether a value in a secret's place stands for one
// that is filled in later, so that nothing in it has to be hidden: it is nothing
// but placeholders, as Whole says, and they do not look like a secret that
// somebody chose. *x*, _x_, !X!, [x y], #x#, __X__, @@X@@, xxxx and the words count
// only where they hold words and nothing else, without digits, and @X@ only where that
// is the name of a variable; a default value inside a placeholder is a secret of its own where it is no words. An own
// pattern counts as it is.
func (s *Set) StandsForSecret(value string) bool { return s.covers(value, true) }

// standsForSecret is StandsForSecret for one placeholder of the syntax, nil for that
// of an own pattern.
func (s *Set) standsForSecret(text string, by *syntax) bool {
	if by == nil {
		return true
	}
	if by.words != nil && !by.words(text[by.marks:len(text)-by.marks]) {
		return false
	}
	if !by.template {
		return true
	}
	if given := literalIn(text); given != "" {
		return s.StandsForSecret(given)
	}
	for _, in := range Defaults(text) {
		if given := in.Slice(text); !isHarmless(given) && !s.StandsForSecret(given) {
			return false
		}
	}
	return true
}

// literalIn returns the text of the literal that stands in the braces of a placeholder, alone
// or with what says how it is written: {'x'}, ${"x"}, {'x'!r}. It is empty where something
// else does.
func literalIn(text string) string {
	inside := strings.TrimSpace(strings.Trim(text, "$#{}"))
	if inside == "" || strings.IndexByte("\"'`", inside[0]) < 0 {
		return ""
	}
	literal, rest, _ := strings.Cut(inside[1:], inside[:1])
	if rest = strings.TrimSpace(rest); rest != "" && rest[0] != '!' && rest[0] != ':' {
		return ""
	}
	return literal
}

// isHarmless reports whether text is words that nobody uses for a secret:
// letters with blanks, "_" and "-" between them, and no very long ones.
func isHarmless(text string) bool {
	const longest = 19 // letters of a word
	letters := 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			if letters++; letters > longest {
				return false
			}
		case r == ' ' || r == '_' || r == '-':
			letters = 0
		default:
			return false
		}
	}
	return true
}

// isNoKey reports whether text is none that a machine chose: a long word with digits all over, as no
// name has, or with signs of base64 among them.
func isNoKey(text string) bool {
	const shortest, digits = 16, 3
	runs, parted, encoded := 0, false, false
	for i := range len(text) {
		switch c := text[i]; {
		case ascii.IsDigit(c):
			if i > 0 && !ascii.IsDigit(text[i-1]) {
				runs++
			}
		case strings.IndexByte("._-", c) >= 0:
			parted = true
		case strings.IndexByte("+/=~", c) >= 0:
			encoded = true
		case !ascii.IsLetter(c):
			return true
		}
	}
	return len(text) < shortest || runs < digits || parted && !encoded
}

// isVariable reports whether text is the name of a variable for a secret: words that are
// joined, or one that ends in what a secret is called. One word between two signs is as well
// a password.
func isVariable(text string) bool {
	if !isHarmless(strings.ReplaceAll(text, ".", "_")) {
		return false
	}
	if strings.ContainsAny(text, "_-.") {
		return true
	}
	for _, noun := range []string{"key", "secret", "token", "password", "pwd"} {
		if start := len(text) - len(noun); start >= 0 && strings.EqualFold(text[start:], noun) {
			return true
		}
	}
	return false
}
