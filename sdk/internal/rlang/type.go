package rlang

import "strings"

// isText reports whether the client keeps value as text: not what it takes
// for NA, a number (as.numeric) or a logical (as.logical).
func isText(value string) bool {
	switch value {
	case "NA", "T", "True", "TRUE", "true", "F", "False", "FALSE", "false":
		return false
	}
	return !isNumber(value)
}

// isNumber reports whether as.numeric makes a number of s, NaN not counted.
// It follows R_strtod (src/main/arithmetic.c), which reads more than it
// documents: "1e", "1e+", and "0x" with anything after it.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, " \t\n\v\f\r")
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	for _, infinity := range []string{"infinity", "inf"} {
		if len(s) >= len(infinity) && strings.EqualFold(s[:len(infinity)], infinity) {
			return blank(s[len(infinity):])
		}
	}
	if len(s) > 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		return blank(skipExponent(skipMantissa(s[2:], isHexDigit), 'p'))
	}
	rest := skipMantissa(s, isDigit)
	if read := s[:len(s)-len(rest)]; read == "" || read == "." {
		return false
	}
	return blank(skipExponent(rest, 'e'))
}

// skipMantissa drops digits with at most one point among them.
func skipMantissa(s string, digit func(rune) bool) string {
	s = strings.TrimLeftFunc(s, digit)
	if strings.HasPrefix(s, ".") {
		s = strings.TrimLeftFunc(s[1:], digit)
	}
	return s
}

// skipExponent drops an exponent, whose digits may be missing.
func skipExponent(s string, mark byte) string {
	if s == "" || s[0]|0x20 != mark {
		return s
	}
	s = s[1:]
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	return strings.TrimLeftFunc(s, isDigit)
}

// blank reports whether s is white space to R on glibc, which counts neither
// U+0085 nor the spaces that do not break. It was compared with R 4.2.2 on
// every code point.
func blank(s string) bool {
	return strings.Trim(s, "\t\n\v\f\r \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000") == ""
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

func isHexDigit(c rune) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
