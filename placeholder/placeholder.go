// Package placeholder finds the parts of a text that stand for something to
// be filled in later: <cluster>, ${KEY}, {0}, %s, @Microsoft.KeyVault(…) and
// the like. A placeholder satisfies any type and is no secret.
//
// The forms are those seen in real files: templates of documentation, shells,
// CI systems, ARM and Bicep, .NET and Python formatting.
package placeholder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/source"
)

// maxLen bounds the text inside a placeholder, in bytes, so that a stray brace
// in front of a long value is none.
const maxLen = 200

// Find returns the spans of the placeholders in text, in order, in bytes; nil
// where there are none. It costs one pass.
func Find(text string) []source.Span {
	if !mayHold(text) {
		return nil
	}
	if wholeForm(text) {
		return []source.Span{{Start: 0, End: len(text)}}
	}
	var found []source.Span
	for i := 0; i < len(text); {
		n := match(text[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, source.Span{Start: i, End: i + n})
		i += n
	}
	return found
}

// In reports whether text holds a placeholder.
func In(text string) bool { return mayHold(text) && len(Find(text)) > 0 }

// Whole reports whether text is nothing but placeholders, white space and
// punctuation between them: whether it has no constant part worth hiding.
func Whole(text string) bool {
	if !mayHold(text) {
		return false
	}
	found := Find(text)
	if len(found) == 0 {
		return false
	}
	at := 0
	for _, s := range append(found, source.At(len(text))) {
		for _, r := range text[at:s.Start] {
			if !strings.ContainsRune(" \t-_./:|,", r) {
				return false
			}
		}
		at = s.End
	}
	return true
}

// mayHold is the cheap test that most values fail: a byte that starts a
// placeholder, or the start of what is one only as a whole.
func mayHold(text string) bool {
	if text == "" {
		return false
	}
	switch text[0] {
	case '.', 'x', 'X', '-', 'y', 'Y', "…"[0]:
		return true
	}
	for i := 0; i < len(text); i++ {
		if opens[text[i]] {
			return true
		}
	}
	return false
}

// opens holds the bytes that a placeholder inside a text starts with.
var opens = func() (set [256]bool) {
	for _, c := range []byte("<*[$%{#@") {
		set[c] = true
	}
	return set
}()

func hasFold(text, lower string) bool {
	for i := 0; i+len(lower) <= len(text); i++ {
		if text[i]|0x20 == lower[0] && strings.EqualFold(text[i:i+len(lower)], lower) {
			return true
		}
	}
	return false
}

// wholeForm recognises what is a placeholder only as a whole value.
func wholeForm(text string) bool {
	switch {
	case text == "..." || text == "…":
		return true
	case hasFold(text, "xxx") && strings.Trim(text, "xX-") == "":
		return true
	case len(text) > 5 && strings.EqualFold(text[:4], "your") && strings.ContainsRune("_- ", rune(text[4])):
		return isWords(text, maxLen)
	}
	return false
}

// match returns the length of the placeholder that text starts with, or 0.
func match(text string) int {
	switch text[0] {
	case '<':
		return enclosed(text, 1, '>', func(s string) bool {
			return !strings.ContainsAny(s, "<;\"'=") || strings.HasPrefix(s, "%")
		})
	case '*':
		return star(text)
	case '[':
		return bracket(text)
	case '$':
		return dollar(text)
	case '%':
		return percent(text)
	case '{':
		return brace(text, 0)
	case '#':
		if len(text) > 1 && text[1] == '{' {
			if n := brace(text[1:], 0); n > 0 {
				if n++; n < len(text) && text[n] == '#' {
					n++
				}
				return n
			}
		}
	case '@':
		const vault = "@Microsoft.KeyVault("
		if len(text) > len(vault) && strings.EqualFold(text[:len(vault)], vault) {
			if n := strings.IndexByte(text, ')'); n > 0 {
				return n + 1
			}
		}
	}
	return 0
}

// enclosed returns the length of text up to the first end byte, where what is
// between start and there is not blank, not too long, and passes ok.
func enclosed(text string, start int, end byte, ok func(string) bool) int {
	window := text[start:min(len(text), start+maxLen)]
	n := strings.IndexByte(window, end)
	if n <= 0 || strings.TrimSpace(window[:n]) == "" || strings.IndexByte(window[:n], '\n') >= 0 || !ok(window[:n]) {
		return 0
	}
	return start + n + 1
}

// star recognises a mask (three stars and more) and *name*.
func star(text string) int {
	n := len(text) - len(strings.TrimLeft(text, "*"))
	if n >= 3 {
		return n
	}
	if n > 1 {
		return 0
	}
	return enclosed(text, 1, '*', func(s string) bool { return isWords(s, maxLen) })
}

// bracket recognises [some words] and an ARM expression, [parameters('x')].
func bracket(text string) int {
	if n := enclosed(text, 1, ']', func(s string) bool { return isWords(s, maxLen) }); n > 0 {
		return n
	}
	return enclosed(text, 1, ']', func(s string) bool {
		open := strings.IndexByte(s, '(')
		return open > 0 && isName(s[:open]) && strings.Contains(s[open:], ")")
	})
}

// dollar recognises ${x}, $(x), ${{ x }}, $env:x and $name. A name in which
// letters and digits mix is more likely a password that starts with a dollar.
func dollar(text string) int {
	if len(text) < 2 {
		return 0
	}
	switch text[1] {
	case '{':
		if n := brace(text[1:], 0); n > 0 {
			return 1 + n
		}
		return 0
	case '(':
		return enclosed(text, 2, ')', func(string) bool { return true })
	}
	name := text[1 : 1+nameLen(text[1:])]
	n := 1 + len(name)
	if name == "" {
		return 0
	}
	if strings.EqualFold(name, "env") && n < len(text) && text[n] == ':' {
		if m := nameLen(text[n+1:]); m > 0 {
			return n + 1 + m
		}
	}
	if strings.ContainsAny(name, "0123456789") && name != strings.ToUpper(name) {
		return 0
	}
	return n
}

// percent recognises %s and the other verbs, %(name)s, %1$s and %NAME%; a
// percent-encoded byte is none.
func percent(text string) int {
	if n := 1 + nameLen(text[1:]); n > 1 && n < len(text) && text[n] == '%' {
		if encoded := n == 3 && isHex(text[1]) && isHex(text[2]); !encoded {
			return n + 1
		}
	}
	if len(text) > 1 && text[1] == '(' {
		if n := enclosed(text, 2, ')', isName); n > 0 && n < len(text) && isVerb(text[n]) {
			return n + 1
		}
		return 0
	}
	n := 1
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n > 1 && n < len(text) && text[n] != '$' || n == len(text) {
		return 0
	}
	if text[n] == '$' {
		n++
	}
	if n == len(text) || !isVerb(text[n]) {
		return 0
	}
	if isHex(text[n]) && n+1 < len(text) && isHex(text[n+1]) {
		return 0
	}
	return n + 1
}

func isVerb(c byte) bool { return strings.IndexByte("sdvqif@", c) >= 0 }

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

// brace recognises {x} and {{ x }}, with braces inside matched.
func brace(text string, depth int) int {
	for i := 1; i < len(text) && i < maxLen; i++ {
		switch text[i] {
		case '{':
			if depth > 3 {
				return 0
			}
			n := brace(text[i:], depth+1)
			if n == 0 {
				return 0
			}
			i += n - 1
		case '}':
			if strings.TrimSpace(text[1:i]) == "" {
				return 0
			}
			return i + 1
		case ';', '\n':
			return 0
		}
	}
	return 0
}

// isWords reports whether s is one word or a few, starting with a letter.
func isWords(s string, limit int) bool {
	if len(s) > limit {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" _-.'", r) {
			return false
		}
	}
	return true
}

func isName(s string) bool { return s != "" && nameLen(s) == len(s) }

// nameLen returns the length of the identifier that s starts with.
func nameLen(s string) int {
	n := 0
	for n < len(s) && n < maxLen {
		c := s[n]
		if c != '_' && !('a' <= c|0x20 && c|0x20 <= 'z') && (n == 0 || c < '0' || c > '9') {
			break
		}
		n++
	}
	return n
}
