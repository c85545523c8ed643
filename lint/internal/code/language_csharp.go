package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// csharp is C#: regular, verbatim, raw and interpolated literals, and comments.
var csharp = Language{
	Name: "csharp", Aliases: []string{"c#", "cs"}, Extensions: []string{".cake", ".cs", ".csx"},
	token: csharpToken, accessors: true,
}

var (
	csharpEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\0\x00a\ab\be\x1bf\fn\nr\rt\tv\v",
		HexMin: 1, HexMax: 4, U: true, LongU: true,
	}
	csharpRegular   = literal.Form{End: `"`, Escapes: &csharpEscapes, Special: `"`}
	csharpVerbatim  = literal.Form{End: `"`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
	csharpCharacter = literal.Form{End: `'`, Escapes: &csharpEscapes, Fixed: true}
	// csharpRawHoles are those of raw literals, where nothing is doubled.
	csharpRawHoles = literal.Holes{Opening: "{", Closing: '}', Format: true}
)

func csharpToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '/':
		return r.SlashComment(false)
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
func (r *reader) directive() bool {
	before := strings.TrimRight(r.Text[:r.Pos], " \t")
	if before != "" && before[len(before)-1] != '\n' {
		return false
	}
	r.Pos, _ = source.LineEnd(r.Text, r.Pos)
	return true
}

func csharpLiteral(r *reader) bool {
	prefix, dollars, verbatim := 0, 0, false
	for ; r.Peek(prefix) == '$' || r.Peek(prefix) == '@'; prefix++ {
		if r.Peek(prefix) == '$' {
			dollars++
		} else {
			verbatim = true
		}
	}
	quotes := literal.RunLength(r.Text, r.Pos+prefix, '"')
	if quotes == 0 {
		r.Pos += max(1, prefix)
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
		form.Holes = literal.BracedHoles
	}
	r.literal(form, prefix+1)
	return true
}

// csharpRaw reads a raw literal. Where nothing but white space follows its
// quotes on the line, the content starts on the next one and is indented as
// the closing quotes are.
func csharpRaw(r *reader, prefix, quotes, dollars int) {
	form := literal.Form{End: strings.Repeat(`"`, quotes), LineEnds: literal.LineEndsKept}
	if dollars > 0 {
		form.Holes, form.Braces = &csharpRawHoles, dollars
	}
	n := prefix + quotes
	if skipped := literal.BlankLine(r.Text[r.Pos+n:]); skipped > 0 {
		form.Multiline, form.Layout = true, literal.LayoutClosing
		n += skipped
	}
	r.literal(form, n)
}
