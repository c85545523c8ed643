package formal

import (
	"fmt"
	"regexp/syntax"
	"strconv"
	"strings"
)

// EBNF prints the language in participle's form of EBNF: the productions of
// the grammar, those of its tokens, and, as comments, what the classes of
// characters hold. <name> is a token or a class, "?", "*" and "+" mean
// optional, any number of, and at least one.
func EBNF() string {
	var b strings.Builder
	b.WriteString(parser().String())
	b.WriteString("\n\n// Tokens. White space between them is dropped. The first that fits is taken,\n// as long as it can be; after <equals> only a value's tokens and <semicolon>\n// fit, and no value's token before it.\n")
	for _, rule := range terminals {
		fmt.Fprintf(&b, "%s = %s .\n", strings.ToLower(rule.Name), terms(mustParse(rule.Pattern)))
	}
	b.WriteString("\n// Characters, in valid UTF-8.\n")
	for _, c := range classes {
		fmt.Fprintf(&b, "// <%s>: %s\n", c.Name, c.Meaning)
	}
	return b.String()
}

func mustParse(pattern string) *syntax.Regexp {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // the lexer has compiled it
	}
	return re
}

// terms prints a regular expression as EBNF.
func terms(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpConcat:
		return join(re.Sub, " ")
	case syntax.OpAlternate:
		return "(" + join(re.Sub, " | ") + ")"
	case syntax.OpStar:
		return group(re.Sub[0]) + "*"
	case syntax.OpPlus:
		return group(re.Sub[0]) + "+"
	case syntax.OpQuest:
		return group(re.Sub[0]) + "?"
	case syntax.OpLiteral:
		return strconv.Quote(string(re.Rune))
	}
	for _, c := range classes {
		if mustParse(c.pattern).Equal(re) {
			return "<" + c.Name + ">"
		}
	}
	return strconv.Quote(re.String())
}

func join(subs []*syntax.Regexp, sep string) string {
	parts := make([]string, len(subs))
	for i, sub := range subs {
		parts[i] = terms(sub)
	}
	return strings.Join(parts, sep)
}

// group prints re so that a repetition sign may follow it.
func group(re *syntax.Regexp) string {
	if re.Op == syntax.OpConcat {
		return "(" + terms(re) + ")"
	}
	return terms(re)
}
