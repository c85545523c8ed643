package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// powershell is PowerShell: quoted literals, here-strings, comments, and the
// bare words that can be an endpoint.
var powershell = Language{
	Name: "powershell", Aliases: []string{"azurepowershell", "ps", "ps1", "pwsh"}, Extensions: []string{".ps1", ".psd1", ".psm1"}, Interpreters: []string{"pwsh"},
	token: powershellToken, operandEnds: true, commands: true, arrays: true, groups: []string{"param(", "param (", "Param(", "Param ("},
}

var (
	powershellEscapes = escape.Table{
		Lead: '`', Simple: "\"\"''``$$0\x00a\ab\be\x1bf\fn\nr\rt\tv\v", Braced: true, Identity: true,
	}
	powershellHoles  = literal.Holes{Opening: "$(", Closing: ')', Name: powershellName}
	powershellSingle = literal.Form{End: `'`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
	powershellDouble = literal.Form{
		End: `"`, Escapes: &powershellEscapes, Special: `"$`, Doubled: true,
		Multiline: true, LineEnds: literal.LineEndsKept, Holes: &powershellHoles,
	}
	powershellHereSingle = literal.Form{End: "\n'@", Multiline: true, LineEnds: literal.LineEndsKept}
	powershellHereDouble = literal.Form{
		End: "\n\"@", Escapes: &powershellEscapes, Special: `"$`,
		Multiline: true, LineEnds: literal.LineEndsKept, Holes: &powershellHoles,
	}
)

func powershellToken(r *reader) bool {
	switch c := r.Text[r.Pos]; {
	case r.Has("<#"):
		r.BlockComment("<#", "#>", false)
	case c == '#' && !literal.IsWordByte(r.Before()):
		r.LineComment(1)
	case c == '\'':
		r.literal(powershellSingle, 1)
	case c == '"':
		r.literal(powershellDouble, 1)
	case c == '`':
		r.Pos += 1 + max(1, literal.BlankLine(r.Text[r.Pos+1:]))
		r.Pos = min(r.Pos, len(r.Text))
	case c == '@':
		return powershellAt(r)
	case c == '$':
		n := powershellName(r.Text, r.Pos)
		if n == 0 {
			r.Pos++ // of $( )
			return true
		}
		r.readWord(source.Span{Start: r.Pos, End: r.Pos + n})
		r.Pos += n
	case c == '-' && literal.IsWordByte(r.Peek(1)) && !ascii.IsDigit(r.Peek(1)) && !literal.IsWordByte(r.Before()):
		powershellParameter(r)
	case r.Has("http://"), r.Has("https://"):
		powershellBare(r)
	default:
		return false
	}
	return true
}

// powershellAt reads a here-string, a bare @name/database, or the sign of an
// array or a hash table.
func powershellAt(r *reader) bool {
	form := powershellHereSingle
	switch quote := r.Peek(1); {
	case quote == '"':
		form = powershellHereDouble
	case quote == '\'':
	case literal.IsWordByte(quote):
		powershellBare(r)
		return true
	default:
		r.Pos++
		return true
	}
	skipped := literal.BlankLine(r.Text[r.Pos+2:])
	if skipped == 0 {
		return false
	}
	if strings.HasPrefix(r.Text[r.Pos+1+skipped:], form.End) {
		skipped-- // the line end closes an empty here-string
	}
	r.literal(form, 2+skipped)
	return true
}

// powershellParameter reads -Name, which names the value after it.
func powershellParameter(r *reader) {
	end := literal.WordEnd(r.Text, r.Pos+1)
	f := r.top()
	operand := f.computedOperand()
	p := r.flush(piece.Unknown)
	r.takeOperator(f, &p, operand)
	f.key, f.typed = literal.Key{Name: r.Text[r.Pos+1 : end], Span: source.Span{Start: r.Pos + 1, End: end}}, false
	f.prev, f.mixed, f.given = classOther, true, false
	r.Pos = end
}

// powershellBare reads a word without quotes.
func powershellBare(r *reader) {
	r.beginLiteral()
	start := r.Pos
	for r.Pos < len(r.Text) && strings.IndexByte(" \t\r\n;,|&(){}'\"`", r.Text[r.Pos]) < 0 {
		r.Pos++
	}
	f := r.top()
	f.text.Copy(r.Text, source.Span{Start: start, End: r.Pos})
	f.addForm(literal.Form{Fixed: true})
}

// powershellName returns the length of the variable at pos: $name,
// $scope:name or ${name}; or 0.
func powershellName(text string, pos int) int {
	if strings.HasPrefix(text[pos:], "${") {
		name := text[pos:min(len(text), pos+maxPowershellName)]
		if end := strings.IndexAny(name, "}\n"); end > 0 && name[end] == '}' {
			return end + 1
		}
		return 0
	}
	end := literal.WordEnd(text, pos+1)
	if end == pos+1 {
		return 0
	}
	if end+1 < len(text) && text[end] == ':' && literal.IsWordByte(text[end+1]) {
		end = literal.WordEnd(text, end+1)
	}
	return end - pos
}

// maxPowershellName is the length of the longest ${name} looked for.
const maxPowershellName = 256
