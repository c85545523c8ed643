package code

import (
	"strings"

	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
)

// builderNames returns the variables of the text that hold a builder, in lower case.
func (r *reader) builderNames() map[string]bool {
	c := &r.credentials
	if c.builders != nil {
		return c.builders
	}
	c.builders = map[string]bool{}
	if !r.maySpeak() {
		return c.builders
	}
	eachWord(r.Text, func(word string, at int) {
		if !calls.IsBuilder(word) {
			return
		}
		if name := declaredBehind(r.Text, at+len(word)); name != "" {
			c.builders[strings.ToLower(name)] = true
		}
		if name := declaredBefore(r.Text, at); name != "" {
			c.builders[strings.ToLower(name)] = true
		}
	})
	return c.builders
}

// declaredBehind returns the variable that is declared behind its type.
func declaredBehind(text string, at int) string {
	for at < len(text) && strings.IndexByte("?*& \t", text[at]) >= 0 {
		at++
	}
	for _, alias := range [...]string{"as ", "=> ", ": "} {
		if name, ok := strings.CutPrefix(text[at:], alias); ok {
			return name[:literal.WordEnd(name, 0)]
		}
	}
	name := text[at:literal.WordEnd(text, at)]
	switch rest := strings.TrimLeft(text[at+len(name):min(len(text), at+len(name)+8)], " \t\r\n"); {
	case isKeyword(name), rest == "", strings.IndexByte("=;,):", rest[0]) < 0:
		return ""
	}
	return name
}

// declaredBefore returns the variable that is given what is made at an offset, or
// that is declared before its type.
func declaredBefore(text string, at int) string {
	before := text[max(0, at-near):at]
	before = before[strings.LastIndexAny(before, ";{}")+1:]
	if i := strings.LastIndexAny(before, "=<"); i > 0 && !strings.ContainsAny(before[i:], ">,") {
		name := strings.TrimRight(before[:i], ":?!=- \t\r\n")
		name = name[strings.LastIndexAny(name, "\r\n")+1:]
		for _, declared := range [...]string{":", " As ", " as "} { // name: Type = …
			if j := strings.LastIndex(name, declared); j > 0 {
				name = name[:j]
				break
			}
		}
		return lastName(strings.TrimRight(name, " \t"))
	}
	for { // qualifiers of the type
		trimmed := strings.TrimRight(before, "*& \t[")
		if q, ok := strings.CutSuffix(trimmed, "."); ok {
			before = q[:len(q)-len(lastName(q))]
			continue
		}
		before = trimmed
		break
	}
	for _, word := range [...]string{" New", " new", " As", " as", ":", "->"} {
		before = strings.TrimRight(strings.TrimSuffix(before, word), " \t")
	}
	name := lastName(before)
	if isKeyword(name) || name == "import" || name == "class" {
		return ""
	}
	return name
}

// isWithBuilder reports whether the last With statement before the reader's place is
// on a builder.
func (r *reader) isWithBuilder() bool {
	const block = 4000 // bytes
	text := r.Text[max(0, r.Pos-block):r.Pos]
	i := strings.LastIndex(text, "With ")
	if i < 0 || strings.HasSuffix(text[:i], "End ") {
		return false
	}
	line, _, _ := strings.Cut(text[i+len("With "):], "\n")
	return r.namesBuilder(line) || r.isBuilderName(lastName(strings.TrimSpace(line)))
}

// lastName returns the identifier that text ends with; of a call, the callee.
func lastName(text string) string {
	text = strings.TrimRight(text, " \t\r\n")
	if strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]") {
		depth := 0
		for i := len(text) - 1; i >= max(0, len(text)-near); i-- {
			switch text[i] {
			case ')', ']':
				depth++
			case '(', '[':
				if depth--; depth == 0 {
					return lastName(text[:i])
				}
			}
		}
		return ""
	}
	start := len(text)
	for start > 0 && literal.IsWordByte(text[start-1]) {
		start--
	}
	return text[start:]
}

// isPath reports whether text is names with dots between them.
func isPath(text string) bool {
	for i := range len(text) {
		if c := text[i]; c != '.' && c != ':' && !literal.IsWordByte(c) {
			return false
		}
	}
	return text != ""
}

func eachWord(text string, do func(word string, at int)) {
	for at := 0; at < len(text); {
		if !literal.IsWordByte(text[at]) {
			at++
			continue
		}
		end := literal.WordEnd(text, at)
		do(text[at:end], at)
		at = end
	}
}
