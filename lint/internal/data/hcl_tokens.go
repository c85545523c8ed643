package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/ascii"
	"kustoconn/source"
)

// HCL's tokens, as hclsyntax finds them (FuzzHCLTokens): that package brings an evaluator
// along, which is a tenth of the command.

type hclKind byte

const (
	_           hclKind = iota
	hclOperator         // or a number: what says nothing of pieces
	hclComment
	hclNewline
	hclIdent
	hclComma
	hclEqual
	hclColon
	hclOpen  // one of {[(
	hclClose // one of }])
	hclOpenQuote
	hclCloseQuote
	hclOpenHeredoc // with the line end
	hclCloseHeredoc
	hclLiteral // of a quoted template or a heredoc, escapes as they stand
	hclOpenSequence
	hclCloseSequence
)

type hclToken struct {
	kind hclKind
	span source.Span
}

// hclLexer finds tokens one after another.
type hclLexer struct {
	text   string
	at     int
	tokens []hclToken
	fault  int // where the text is none of HCL, or -1
	// What is open around at: templates, and the sequences in them.
	open   []hclTemplate
	braces int // that are open, of sequences too
}

// hclTemplate is a quoted template, a heredoc, or a sequence inside of either.
type hclTemplate struct {
	kind   hclKind // of the token that opens it
	braces int     // that are open in a sequence, its own included
	marker string  // that ends a heredoc
	midway bool    // the line of a heredoc has a sequence in it
}

// lexHCL returns the tokens of text, or the offset of what is none in fault, which is else
// -1. Strings and blocks may be left open. The cost is linear.
func lexHCL(text string) (tokens []hclToken, fault int) {
	l := hclLexer{text: text, fault: -1}
	l.at = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	for l.at < len(text) && l.fault < 0 {
		switch top := l.top(); {
		case top == nil || top.kind == hclOpenSequence:
			l.config()
		case top.kind == hclOpenHeredoc:
			l.heredoc(top)
		default:
			l.quoted()
		}
	}
	return l.tokens, l.fault
}

func (l *hclLexer) top() *hclTemplate {
	if len(l.open) == 0 {
		return nil
	}
	return &l.open[len(l.open)-1]
}

func (l *hclLexer) pop() { l.open = l.open[:len(l.open)-1] }

// take adds the next n bytes as a token; none where there are none.
func (l *hclLexer) take(kind hclKind, n int) {
	if n > 0 {
		l.tokens = append(l.tokens, hclToken{kind, source.Span{Start: l.at, End: l.at + n}})
		l.at += n
	}
}

// hclOperators are those of several signs, the longest first, and the single ones that are
// a token of their own kind.
var hclOperators = []struct {
	text string
	kind hclKind
}{
	{"...", hclOperator},
	{"==", hclOperator},
	{"!=", hclOperator},
	{">=", hclOperator},
	{"<=", hclOperator},
	{"&&", hclOperator},
	{"||", hclOperator},
	{"::", hclOperator},
	{"=>", hclOperator},
	{"\r\n", hclNewline},
	{"\n", hclNewline},
	{",", hclComma},
	{"=", hclEqual},
	{":", hclColon},
	{"[", hclOpen},
	{"]", hclClose},
	{"(", hclOpen},
	{")", hclClose},
}

// config reads a token outside of templates.
func (l *hclLexer) config() {
	rest := l.text[l.at:]
	switch c := rest[0]; {
	case c == ' ' || c == '\t':
		l.at++
	case ascii.IsDigit(c):
		l.take(hclOperator, hclNumber(rest))
	case c == '#' || strings.HasPrefix(rest, "//"):
		line, _, _ := strings.Cut(rest, "\n")
		l.take(hclComment, min(len(line)+1, len(rest)))
	case strings.HasPrefix(rest, "/*") && strings.Contains(rest[2:], "*/"):
		l.take(hclComment, strings.Index(rest[2:], "*/")+4)
	case c == '{':
		l.take(hclOpen, 1)
		l.braces++
	case c == '}':
		l.closeBrace(1)
	case strings.HasPrefix(rest, "~}"):
		l.closeBrace(2)
	case c == '"':
		l.take(hclOpenQuote, 1)
		l.open = append(l.open, hclTemplate{kind: hclOpenQuote})
	default:
		if n, marker := hclHeredoc(rest); n > 0 {
			l.take(hclOpenHeredoc, n)
			l.open = append(l.open, hclTemplate{kind: hclOpenHeredoc, marker: marker})
			return
		}
		l.nameOrOperator(rest)
	}
}

// nameOrOperator reads what nothing but itself begins.
func (l *hclLexer) nameOrOperator(rest string) {
	for _, op := range hclOperators {
		if strings.HasPrefix(rest, op.text) {
			l.take(op.kind, len(op.text))
			return
		}
	}
	switch n := hclNameLength(rest); {
	case n > 0:
		l.take(hclIdent, n)
	case strings.IndexByte(".*/%+-<>!?", rest[0]) >= 0:
		l.take(hclOperator, 1)
	default:
		l.fault = l.at
	}
}

// closeBrace reads a closing brace of n bytes, a sequence's with a tilde among them.
func (l *hclLexer) closeBrace(n int) {
	kind := hclClose
	top := l.top()
	ends := top != nil && top.braces == l.braces
	if ends || n > 1 {
		kind = hclCloseSequence
	}
	l.take(kind, n)
	l.braces--
	if ends {
		l.pop()
	}
}

// openSequence reads ${ or %{ and reports whether there is one.
func (l *hclLexer) openSequence(literal int) bool {
	rest := l.text[literal:]
	if !strings.HasPrefix(rest, "${") && !strings.HasPrefix(rest, "%{") {
		return false
	}
	l.take(hclLiteral, literal-l.at)
	n := 2
	if strings.HasPrefix(rest[n:], "~") {
		n++
	}
	l.take(hclOpenSequence, n)
	l.braces++
	for k := len(l.open) - 1; k >= 0; k-- {
		if l.open[k].kind == hclOpenHeredoc {
			l.open[k].midway = true
			break
		}
	}
	l.open = append(l.open, hclTemplate{kind: hclOpenSequence, braces: l.braces})
	return true
}

// quoted reads a stretch of a quoted template and what ends it.
func (l *hclLexer) quoted() {
	for end := l.at; end < len(l.text); {
		n := 0
		switch c := l.text[end]; {
		case c == '"':
			l.take(hclLiteral, end-l.at)
			l.take(hclCloseQuote, 1)
			l.pop()
			return
		case l.openSequence(end):
			return
		case c == '\\':
			if n = hclCharacter(l.text[end+1:]); n > 0 {
				n++
			}
		default:
			n = hclCharacters(l.text[end:])
		}
		if n == 0 {
			l.fault = end
			return
		}
		end += n
	}
	l.take(hclLiteral, len(l.text)-l.at)
}

// heredoc reads lines of a heredoc, up to a sequence or its end.
func (l *hclLexer) heredoc(doc *hclTemplate) {
	line := l.at // where it starts
	for end := l.at; end < len(l.text); {
		if l.openSequence(end) {
			return
		}
		n := hclLineEnd(l.text[end:])
		if n > 0 {
			if !doc.midway && strings.TrimSpace(l.text[line:end]) == doc.marker {
				l.take(hclLiteral, line-l.at)
				l.take(hclCloseHeredoc, end-line)
				l.take(hclNewline, n)
				l.pop()
				return
			}
			doc.midway, line = false, end+n
		} else if n = hclCharacters(l.text[end:]); n == 0 {
			l.fault = end
			return
		}
		end += n
	}
	l.take(hclLiteral, len(l.text)-l.at)
}

func hclLineEnd(text string) int {
	switch {
	case strings.HasPrefix(text, "\n"):
		return 1
	case strings.HasPrefix(text, "\r\n"):
		return 2
	}
	return 0
}

// hclCharacters returns the length of what text starts with in a template: a character that
// ends no line, or $${ and %%{; 0 where it is cut short.
func hclCharacters(text string) int {
	if text[0] == '$' || text[0] == '%' {
		if len(text) == 1 {
			return 0
		}
		if text[1] == text[0] && strings.HasPrefix(text[2:], "{") {
			return 3
		}
	}
	return hclCharacter(text)
}

// hclCharacter returns the length of the character that text starts with, by its first
// byte; 0 for a line end, and where it is cut short.
func hclCharacter(text string) int {
	if text == "" {
		return 0
	}
	size := 1
	switch c := text[0]; {
	case c == '\r' || c == '\n':
		return 0
	case 0xc0 <= c && c < 0xe0:
		size = 2
	case 0xe0 <= c && c < 0xf0:
		size = 3
	case 0xf0 <= c && c < 0xf8:
		size = 4
	case c >= utf8.RuneSelf:
		return 0
	}
	for k := 1; k < size; k++ {
		if k == len(text) || text[k]&0xc0 != 0x80 {
			return 0
		}
	}
	return size
}

// hclNumber returns the length of the number that text starts with.
func hclNumber(text string) int {
	end := 1
	for at := 1; at < len(text); {
		n := 1
		switch c := text[at]; {
		case c == '.':
			at++
			continue // no number's last
		case c|0x20 == 'e':
			if n++; at+1 < len(text) && (text[at+1] == '+' || text[at+1] == '-') {
				n++
			}
			if at+n > len(text) || !ascii.IsDigit(text[at+n-1]) {
				return end
			}
		case !ascii.IsDigit(c):
			return end
		}
		at += n
		end = at
	}
	return end
}

// hclNameLength returns the length of the name that text starts with.
func hclNameLength(text string) int {
	for i, r := range text {
		if !startsHCLName(r) && (i == 0 || !goesOnHCLName(r)) {
			return i
		}
	}
	return len(text)
}

// startsHCLName reports whether r may begin a name. What package unicode does not know is
// a letter: hclsyntax knows newer ones.
func startsHCLName(r rune) bool {
	return r == '_' || unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, unicode.Cn)
}

// goesOnHCLName reports whether r may follow in a name what does not begin one.
func goesOnHCLName(r rune) bool {
	const joiners = "\u200c\u200d\u30fb\uff65" // of Other_ID_Continue, in a newer Unicode
	return r == '-' || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) ||
		strings.ContainsRune(joiners, r)
}

// hclHeredoc returns the length of a heredoc's start, with the line end, and the marker
// that ends it; 0 where text starts with none.
func hclHeredoc(text string) (n int, marker string) {
	rest, ok := strings.CutPrefix(text, "<<")
	if !ok {
		return 0, ""
	}
	rest = strings.TrimPrefix(rest, "-")
	name := hclNameLength(rest)
	end := hclLineEnd(rest[name:])
	if name == 0 || end == 0 {
		return 0, ""
	}
	return len(text) - len(rest) + name + end, rest[:name]
}
