package formal

import (
	"slices"
	"sync"

	"github.com/alecthomas/participle/v2/lexer"
)

// Sets of characters, as they stand inside the brackets of a class.
const (
	// space is Unicode's White_Space, which is .NET's char.IsWhiteSpace. (\s
	// is its ASCII part only.)
	space = `\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}`
	// control is Unicode's category Cc, which is .NET's char.IsControl. TAB
	// to CR and U+0085 are in both sets.
	control = `\p{Cc}`
	// otherControl is control without space.
	otherControl = `\x{00}-\x{08}\x{0E}-\x{1F}\x{7F}-\x{84}\x{86}-\x{9F}`
)

// Classes of characters. An edge is a character that may begin or end a
// token; white space may stand between two edges only, which is how it is
// dropped from around the token.
const (
	letter       = `[A-Za-z]`
	schemeChar   = `[A-Za-z0-9+.\-]`
	prefixChar   = `[^;` + control + `]`
	prefixEdge   = `[^;` + control + space + `]`
	nameChar     = `[^;=` + control + `]`
	nameEdge     = `[^;=` + control + space + `]`
	bareChar     = `[^;` + otherControl + `]`
	bareEdge     = `[^;"'` + control + space + `]`
	doubleQuoted = `[^"\x{00}]`
	singleQuoted = `[^'\x{00}]`
)

// Class is a set of characters that the tokens' productions name.
type Class struct {
	Name    string // as in EBNF, without its brackets
	Meaning string // which characters, in a line of prose
	pattern string
}

// Classes returns the classes of characters, in the order of EBNF's comments.
func Classes() []Class { return slices.Clone(classes) }

var classes = []Class{
	{"letter", `an ASCII letter`, letter},
	{"schemechar", `an ASCII letter or digit, "+", "-" or "."`, schemeChar},
	{"prefixchar", `any character but ";" and control characters`, prefixChar},
	{"prefixedge", `a prefixchar but white space`, prefixEdge},
	{"namechar", `any character but ";", "=" and control characters`, nameChar},
	{"nameedge", `a namechar but white space`, nameEdge},
	{"barechar", `any character but ";" and the control characters that are not white space`, bareChar},
	{"bareedge", `any character but ";", quotation marks, white space and control characters`, bareEdge},
	{"doublequotedchar", `any character but the double quotation mark and NUL`, doubleQuoted},
	{"singlequotedchar", `any character but the single quotation mark and NUL`, singleQuoted},
}

// The rules of the tokens. A lower-case name drops what it matches.
var (
	ruleSpace = lexer.Rule{Name: "space", Pattern: `[` + space + `]+`}

	// A prefix that shows by its first characters: a shorthand, or a URI's
	// scheme (RFC 3986, section 3.1). It may hold '='.
	ruleURI = lexer.Rule{Name: "URI", Pattern: `(?:@|` + letter + schemeChar + `*://)(?:` + prefixChar + `*` + prefixEdge + `)?`}

	// A keyword with "==", which stands for one '='. Pairs of '=' are taken
	// from the left, so that the sign that ends a keyword is the first
	// without a partner.
	ruleEscapedName = lexer.Rule{Name: "EscapedName", Pattern: `(?:` + nameEdge + nameChar + `*)?==(?:(?:==|` + nameChar + `)*(?:==|` + nameEdge + `))?`}

	// A keyword without '='; or the prefix, where it is alone in the first
	// segment.
	ruleName = lexer.Rule{Name: "Name", Pattern: nameEdge + `(?:` + nameChar + `*` + nameEdge + `)?`}

	ruleEquals = lexer.Rule{Name: "Equals", Pattern: `=`, Action: lexer.Push("Value")}

	ruleDoubleQuoted = lexer.Rule{Name: "DoubleQuoted", Pattern: `"(?:""|` + doubleQuoted + `)*"`}
	ruleSingleQuoted = lexer.Rule{Name: "SingleQuoted", Pattern: `'(?:''|` + singleQuoted + `)*'`}

	// A quotation mark at the end is not taken, and as no rule of the grammar
	// lets anything follow a value, it is an error.
	ruleBare = lexer.Rule{Name: "Bare", Pattern: bareEdge + `(?:` + bareChar + `*` + bareEdge + `)?`}

	ruleSemicolon      = lexer.Rule{Name: "Semicolon", Pattern: `;`}
	ruleSemicolonAfter = lexer.Rule{Name: "Semicolon", Pattern: `;`, Action: lexer.Pop()}

	// What no other rule takes. No rule of the grammar takes it either: it is
	// here so that an error is reported where the grammar meets it, and not,
	// for all of the text is cut into tokens first, ahead of earlier ones.
	ruleInvalid = lexer.Rule{Name: "Invalid", Pattern: `(?s:.)`}
)

// tokens is the lexer. It is in state Root up to the '=' that ends a keyword,
// then in state Value up to the semicolon. Earlier rules win.
var tokens = sync.OnceValue(func() *lexer.StatefulDefinition {
	return lexer.MustStateful(lexer.Rules{
		"Root":  {ruleSpace, ruleURI, ruleEscapedName, ruleName, ruleEquals, ruleSemicolon, ruleInvalid},
		"Value": {ruleSpace, ruleDoubleQuoted, ruleSingleQuoted, ruleBare, ruleSemicolonAfter, ruleInvalid},
	})
})

// terminals are the rules that EBNF prints, in its order.
var terminals = []lexer.Rule{
	ruleURI, ruleEscapedName, ruleName, ruleEquals, ruleDoubleQuoted, ruleSingleQuoted, ruleBare, ruleSemicolon,
}
