package extract

import "strings"

// ReadJava reads Java: literals, text blocks, concatenations and comments.
// Text without semicolons at line ends that declares things as Kotlin or
// Scala do is read as those. It never
// fails and costs one pass.
func ReadJava(text string) File {
	if !strings.Contains(text, ";\n") && !strings.Contains(text, ";\r\n") {
		switch {
		case hasWord(text, "def"), hasWord(text, "object"):
			return ReadScala(text)
		case hasWord(text, "fun"), hasWord(text, "val"):
			return ReadKotlin(text)
		}
	}
	return readCode(text, &java)
}

// ReadKotlin reads Kotlin as ReadJava does Java; $name and ${code} in its
// literals are holes.
func ReadKotlin(text string) File { return readCode(text, &kotlin) }

// ReadScala reads Scala as ReadJava does Java; $name and ${code} are holes in
// a literal with a prefix.
func ReadScala(text string) File { return readCode(text, &scala) }

var (
	java   = codeLanguage{token: javaToken, wordBytes: "$"}
	kotlin = codeLanguage{token: kotlinToken}
	scala  = codeLanguage{token: scalaToken}
)

var (
	javaEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\b\bt\tn\nf\fr\rs ",
		octal: 1, u: true, manyU: true,
	}
	javaBlockEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\b\bt\tn\nf\fr\rs ",
		octal: 1, u: true, manyU: true, continuation: continueLine,
	}
	javaString    = literalForm{end: `"`, escapes: &javaEscapes, special: `"`}
	javaCharacter = literalForm{end: `'`, escapes: &javaEscapes, fixed: true}
	javaTextBlock = literalForm{
		end: `"""`, escapes: &javaBlockEscapes, special: `"`,
		multiline: true, lineEnds: lineEndsLF, layout: layoutTextBlock,
	}

	dollarHoles     = holeSyntax{opening: "${", closing: '}', name: dollarName}
	scalaHoles      = holeSyntax{opening: "${", closing: '}', name: dollarName, doubled: "$"}
	kotlinEscapes   = literalEscapes{lead: '\\', simple: "''\"\"\\\\$$b\bt\tn\nr\r", u: true}
	kotlinString    = literalForm{end: `"`, escapes: &kotlinEscapes, special: `"$`, holes: &dollarHoles}
	kotlinRaw       = literalForm{end: `"""`, multiline: true, lineEnds: lineEndsLF, greedy: true, holes: &dollarHoles}
	kotlinCharacter = literalForm{end: `'`, escapes: &kotlinEscapes, fixed: true}
	scalaRaw        = literalForm{end: `"""`, multiline: true, lineEnds: lineEndsLF, greedy: true}
)

const tripleQuote = `"""`

func javaToken(r *codeReader) bool {
	switch r.text[r.pos] {
	case '/':
		return r.slashComment(false)
	case '\'':
		return r.character(javaCharacter)
	case '"':
		if r.has(tripleQuote) {
			if skipped := blankLine(r.text[r.pos+3:]); skipped > 0 {
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

func kotlinToken(r *codeReader) bool {
	switch r.text[r.pos] {
	case '/':
		return r.slashComment(true)
	case '\'':
		return r.character(kotlinCharacter)
	case '"':
		if r.has(tripleQuote) {
			r.literal(kotlinRaw, 3)
			return true
		}
		r.literal(kotlinString, 1)
	default:
		return false
	}
	return true
}

func scalaToken(r *codeReader) bool {
	c := r.text[r.pos]
	switch {
	case c == '/':
		return r.slashComment(true)
	case c == '\'':
		return r.character(javaCharacter)
	case c == '"':
		scalaLiteral(r, 0)
	case isWordByte(c) && !isDigit(c):
		n := wordEnd(r.text, r.pos) - r.pos
		if r.peek(n) != '"' {
			return false
		}
		scalaLiteral(r, n)
	default:
		return false
	}
	return true
}

// scalaLiteral reads a literal whose interpolator is the next n bytes.
func scalaLiteral(r *codeReader, n int) {
	form, quotes := javaString, 1
	if strings.HasPrefix(r.text[r.pos+n:], tripleQuote) {
		form, quotes = scalaRaw, 3
	}
	if n > 0 {
		form.holes = &scalaHoles
	}
	r.literal(form, n+quotes)
}

// dollarName returns the length of the $name at pos, or 0.
func dollarName(text string, pos int) int {
	end := wordEnd(text, pos+1)
	if end == pos+1 || isDigit(text[pos+1]) {
		return 0
	}
	return end - pos
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
