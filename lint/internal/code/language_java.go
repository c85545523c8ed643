package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// java is Java: literals, text blocks and comments. A text without semicolons
// at line ends that declares things as Kotlin or Scala do is read as those.
var java = Language{
	Name: "java", lineEndVerb: "%n", Extensions: []string{".java"},
	token: javaToken, wordBytes: "$", other: javaOther,
}

// kotlin is Kotlin: $name and ${code} in literals are holes.
var kotlin = Language{
	Name: "kotlin", lineEndVerb: "%n", Extensions: []string{".kt", ".kts"},
	token: kotlinToken,
}

// scala is Scala: $name and ${code} are holes in a literal with a prefix.
var scala = Language{
	Name: "scala", lineEndVerb: "%n", Extensions: []string{".sc", ".scala"},
	token: scalaToken, infix: true, arrowPairs: true,
}

var (
	javaEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\b\bt\tn\nf\fr\rs ",
		Octal: 1, U: true, ManyU: true,
	}
	javaBlockEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\b\bt\tn\nf\fr\rs ",
		Octal: 1, U: true, ManyU: true, Continuation: escape.ContinueLine,
	}
	javaString    = literal.Form{End: `"`, Escapes: &javaEscapes, Special: `"`}
	javaCharacter = literal.Form{End: `'`, Escapes: &javaEscapes, Fixed: true}
	javaTextBlock = literal.Form{
		End: `"""`, Escapes: &javaBlockEscapes, Special: `"`,
		Multiline: true, LineEnds: literal.LineEndsLF, Layout: literal.LayoutTextBlock,
	}

	scalaHoles      = literal.Holes{Opening: "${", Closing: '}', Name: literal.DollarName, Doubled: "$"}
	kotlinEscapes   = escape.Table{Lead: '\\', Simple: "''\"\"\\\\$$b\bt\tn\nr\r", U: true}
	kotlinString    = literal.Form{End: `"`, Escapes: &kotlinEscapes, Special: `"$`, Holes: literal.DollarHoles}
	kotlinRaw       = literal.Form{End: `"""`, Multiline: true, LineEnds: literal.LineEndsLF, Greedy: true, Holes: literal.DollarHoles}
	kotlinCharacter = literal.Form{End: `'`, Escapes: &kotlinEscapes, Fixed: true}
	scalaRaw        = literal.Form{End: `"""`, Multiline: true, LineEnds: literal.LineEndsLF, Greedy: true}
)

const tripleQuote = `"""`

func javaToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '/':
		return r.SlashComment(false)
	case '\'':
		return r.character(javaCharacter)
	case '"':
		if r.Has(tripleQuote) {
			if skipped := literal.BlankLine(r.Text[r.Pos+3:]); skipped > 0 {
				r.literal(javaTextBlock, 3+skipped)
				return true
			}
		}
		r.literal(javaString, 1)
	default:
		return false
	}
	return true
}

func kotlinToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '/':
		return r.SlashComment(true)
	case '\'':
		return r.character(kotlinCharacter)
	case '"':
		if r.Has(tripleQuote) {
			r.literal(kotlinRaw, 3)
			return true
		}
		r.literal(kotlinString, 1)
	default:
		return false
	}
	return true
}

func scalaToken(r *reader) bool {
	c := r.Text[r.Pos]
	switch {
	case c == '/':
		return r.SlashComment(true)
	case c == '\'':
		return r.character(javaCharacter)
	case c == '"':
		scalaLiteral(r, 0)
	case literal.IsWordByte(c) && !ascii.IsDigit(c):
		n := literal.WordEnd(r.Text, r.Pos) - r.Pos
		if r.Peek(n) != '"' {
			return false
		}
		scalaLiteral(r, n)
	default:
		return false
	}
	return true
}

// scalaLiteral reads a literal whose interpolator is the next n bytes.
func scalaLiteral(r *reader, n int) {
	form, quotes := javaString, 1
	if strings.HasPrefix(r.Text[r.Pos+n:], tripleQuote) {
		form, quotes = scalaRaw, 3
	}
	if n > 0 {
		form.Holes = &scalaHoles
	}
	r.literal(form, n+quotes)
}

// javaOther returns the language of a text that is no Java.
func javaOther(text string) *Language {
	if strings.Contains(text, ";\n") || strings.Contains(text, ";\r\n") {
		return nil
	}
	switch {
	case hasWord(text, "def"), hasWord(text, "object"):
		return &scala
	case hasWord(text, "fun"), hasWord(text, "val"):
		return &kotlin
	}
	return nil
}

// hasWord reports whether word stands in text, followed by a space, at the
// start of a line or after a space.
func hasWord(text, word string) bool {
	for rest := text; ; {
		i := strings.Index(rest, word+" ")
		if i < 0 {
			return false
		}
		if i == 0 || strings.IndexByte(" \t\n", rest[i-1]) >= 0 {
			return true
		}
		rest = rest[i+len(word):]
	}
}
