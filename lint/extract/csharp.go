package extract

import "strings"

// ReadCSharp reads C#: regular, verbatim, raw and interpolated literals, in
// concatenations, and comments. It never fails and costs one pass.
func ReadCSharp(text string) File { return readCode(text, &csharp) }

var csharp = codeLanguage{token: csharpToken}

var (
	csharpEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\0\x00a\ab\be\x1bf\fn\nr\rt\tv\v",
		hexMin: 1, hexMax: 4, u: true, longU: true,
	}
	csharpRegular   = literalForm{end: `"`, escapes: &csharpEscapes, special: `"`}
	csharpVerbatim  = literalForm{end: `"`, doubled: true, multiline: true, lineEnds: lineEndsKept}
	csharpCharacter = literalForm{end: `'`, escapes: &csharpEscapes, fixed: true}
	// csharpRawHoles are those of raw literals, where nothing is doubled.
	csharpRawHoles = holeSyntax{opening: "{", closing: '}', format: true}
)

func csharpToken(r *codeReader) bool {
	switch r.text[r.pos] {
	case '/':
		return r.slashComment(false)
	case '\'':
		return r.character(csharpCharacter)
	case '#':
		return r.directive()
	case '"', '$', '@':
		return csharpLiteral(r)
	}
	return false
}

// directive passes over a preprocessor line, whose text is no code:
// #region Don't touch.
func (r *textReader) directive() bool {
	before := strings.TrimRight(r.text[:r.pos], " \t")
	if before != "" && before[len(before)-1] != '\n' {
		return false
	}
	r.pos = codeLineEnd(r.text, r.pos)
	return true
}

func csharpLiteral(r *codeReader) bool {
	prefix, dollars, verbatim := 0, 0, false
	for ; r.peek(prefix) == '$' || r.peek(prefix) == '@'; prefix++ {
		if r.peek(prefix) == '$' {
			dollars++
		} else {
			verbatim = true
		}
	}
	quotes := runLength(r.text, r.pos+prefix, '"')
	if quotes == 0 {
		r.pos += max(1, prefix)
		return prefix > 0
	}
	form := csharpRegular
	switch {
	case quotes >= 3 && !verbatim:
		csharpRaw(r, prefix, quotes, dollars)
		return true
	case verbatim:
		form = csharpVerbatim
	}
	if dollars > 0 {
		form.holes = bracedHoles
	}
	r.literal(form, prefix+1)
	return true
}

// csharpRaw reads a raw literal. Where nothing but white space follows its
// quotes on the line, the content starts on the next one and is indented as
// the closing quotes are.
func csharpRaw(r *codeReader, prefix, quotes, dollars int) {
	form := literalForm{end: strings.Repeat(`"`, quotes), lineEnds: lineEndsKept}
	if dollars > 0 {
		form.holes, form.braces = &csharpRawHoles, dollars
	}
	n := prefix + quotes
	if skipped := blankLine(r.text[r.pos+n:]); skipped > 0 {
		form.multiline, form.layout = true, layoutClosing
		n += skipped
	}
	r.literal(form, n)
}

// blankLine returns the length of the line at the start of text, with its LF,
// if it is blank; else 0.
func blankLine(text string) int {
	n := len(text) - len(strings.TrimLeft(text, " \t\r"))
	if n < len(text) && text[n] == '\n' {
		return n + 1
	}
	return 0
}
