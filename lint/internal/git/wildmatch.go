package git

import "strings"

// wildmatch reports whether a pattern matches a text as git matches paths:
// "*" and "?" match no slash, "**" between slashes matches any number of folders.
// With inName slashes are nothing special. The cost is at most the product of
// the lengths.
//
// Source: wildmatch.c of git.
func wildmatch(pattern, text string, inName bool) bool {
	m := matcher{pattern: pattern, text: text, inName: inName}
	return m.match(0, 0)
}

type matcher struct {
	pattern, text string
	inName        bool
	failed        map[[2]int]bool // what was tried behind a star, so that it is tried once
}

func (m *matcher) match(p, t int) bool {
	for ; p < len(m.pattern); p++ {
		c := m.pattern[p]
		if c == '*' {
			return m.star(p, t)
		}
		if t == len(m.text) {
			return false
		}
		switch c {
		case '?':
			if m.text[t] == '/' && !m.inName {
				return false
			}
		case '[':
			end, ok := m.class(p, m.text[t])
			if !ok || m.text[t] == '/' && !m.inName {
				return false
			}
			p = end
		case '\\':
			if p++; p == len(m.pattern) || m.pattern[p] != m.text[t] {
				return false
			}
		default:
			if c != m.text[t] {
				return false
			}
		}
		t++
	}
	return t == len(m.text)
}

// star matches from the star at p on.
func (m *matcher) star(p, t int) bool {
	start := p
	for p < len(m.pattern) && m.pattern[p] == '*' {
		p++
	}
	overSlashes := m.inName
	if p-start > 1 && !m.inName && (start == 0 || m.pattern[start-1] == '/') {
		rest := m.pattern[p:]
		if rest == "" || rest[0] == '/' || strings.HasPrefix(rest, `\/`) {
			if rest != "" && rest[0] == '/' && m.try(p+1, t) {
				return true // no folder at all
			}
			overSlashes = true
		}
	}
	if p == len(m.pattern) {
		return overSlashes || !strings.Contains(m.text[t:], "/")
	}
	for ; t < len(m.text); t++ {
		if m.try(p, t) {
			return true
		}
		if !overSlashes && m.text[t] == '/' {
			return false
		}
	}
	return false
}

// try is match, which remembers what does not.
func (m *matcher) try(p, t int) bool {
	at := [2]int{p, t}
	if m.failed[at] {
		return false
	}
	if m.match(p, t) {
		return true
	}
	if m.failed == nil {
		m.failed = map[[2]int]bool{}
	}
	m.failed[at] = true
	return false
}

// class matches one character with the class that begins at p, and returns where
// that ends.
func (m *matcher) class(p int, c byte) (end int, ok bool) {
	p++
	negated := p < len(m.pattern) && (m.pattern[p] == '!' || m.pattern[p] == '^')
	if negated {
		p++
	}
	matched := false
	last := -1 // the character that a range may start from
	for first := true; ; first = false {
		if p >= len(m.pattern) {
			return 0, false
		}
		b := m.pattern[p]
		switch {
		case b == ']' && !first:
			return p, matched != negated
		case b == '-' && last >= 0 && p+1 < len(m.pattern) && m.pattern[p+1] != ']':
			p++
			if m.pattern[p] == '\\' {
				if p++; p == len(m.pattern) {
					return 0, false
				}
			}
			matched = matched || int(c) >= last && c <= m.pattern[p]
			last = -1
		case b == '[' && p+1 < len(m.pattern) && m.pattern[p+1] == ':':
			name, _, closed := strings.Cut(m.pattern[p+2:], "]")
			if !closed {
				return 0, false
			}
			if !strings.HasSuffix(name, ":") { // an ordinary bracket
				matched, last = matched || c == '[', '['
				break
			}
			in, known := namedClasses[strings.TrimSuffix(name, ":")]
			if !known {
				return 0, false
			}
			matched, last = matched || in(c), -1
			p += 2 + len(name)
		default:
			if b == '\\' {
				if p++; p == len(m.pattern) {
					return 0, false
				}
				b = m.pattern[p]
			}
			matched, last = matched || c == b, int(b)
		}
		p++
	}
}

func isBetween(low, high byte) func(byte) bool {
	return func(c byte) bool { return low <= c && c <= high }
}

func isOneOf(classes ...func(byte) bool) func(byte) bool {
	return func(c byte) bool {
		for _, in := range classes {
			if in(c) {
				return true
			}
		}
		return false
	}
}

var (
	isLower = isBetween('a', 'z')
	isUpper = isBetween('A', 'Z')
	isDigit = isBetween('0', '9')
	isGraph = isBetween('!', '~')
	isAlnum = isOneOf(isLower, isUpper, isDigit)
)

// namedClasses are those of POSIX, for ASCII.
var namedClasses = map[string]func(byte) bool{
	"alnum": isAlnum, "alpha": isOneOf(isLower, isUpper), "digit": isDigit, "lower": isLower, "upper": isUpper,
	"graph": isGraph, "print": isBetween(' ', '~'), "cntrl": isOneOf(isBetween(0, 31), isBetween(127, 127)),
	"blank": isOneOf(isBetween(' ', ' '), isBetween('\t', '\t')), "space": isOneOf(isBetween(' ', ' '), isBetween('\t', '\r')),
	"punct":  func(c byte) bool { return isGraph(c) && !isAlnum(c) },
	"xdigit": isOneOf(isDigit, isBetween('a', 'f'), isBetween('A', 'F')),
}
