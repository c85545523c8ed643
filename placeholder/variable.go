package placeholder

import "strings"

// dollar recognises ${x}, $(x), ${{ x }}, $env:x and $name. A name in which
// letters and digits mix is more likely a password that starts with a dollar.
func dollar(text string) int {
	if len(text) < 2 {
		return 0
	}
	switch text[1] {
	case '{':
		if n := braces(text[1:]); n > 0 {
			return 1 + n
		}
		return 0
	case '(':
		return enclosed(text, 2, ')', func(string) bool { return true })
	}
	name := text[1 : 1+nameLength(text[1:])]
	n := 1 + len(name)
	if name == "" {
		return 0
	}
	if strings.EqualFold(name, "env") && n < len(text) && text[n] == ':' {
		if m := nameLength(text[n+1:]); m > 0 {
			return n + 1 + m
		}
	}
	if strings.ContainsAny(name, "0123456789") && name != strings.ToUpper(name) {
		return 0
	}
	return n
}

// percent recognises %NAME%, %(name)s, and %s and the other verbs, perhaps with
// the number of their argument (%1$s); a percent-encoded byte is none.
func percent(text string) int {
	if n := 1 + nameLength(text[1:]); n > 1 && n < len(text) && text[n] == '%' {
		if isEncodedByte := n == 3 && isHex(text[1]) && isHex(text[2]); !isEncodedByte {
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
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n < len(text) && text[n] == '$' {
		n++
	} else if n > 1 {
		return 0
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
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
