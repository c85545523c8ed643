package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadPowerShell reads PowerShell: quoted literals, here-strings,
// concatenations, comments, and the bare words that can be an endpoint. It
// never fails and costs one pass.
func ReadPowerShell(text string) File { return readCode(text, &powershell) }

var powershell = codeLanguage{token: powershellToken, operandEnds: true}

var (
	powershellEscapes = literalEscapes{
		lead: '`', simple: "\"\"''``$$0\x00a\ab\be\x1bf\fn\nr\rt\tv\v", braced: true, identity: true,
	}
	powershellHoles  = holeSyntax{opening: "$(", closing: ')', name: powershellName}
	powershellSingle = literalForm{end: `'`, doubled: true, multiline: true, lineEnds: lineEndsKept}
	powershellDouble = literalForm{
		end: `"`, escapes: &powershellEscapes, special: `"$`, doubled: true,
		multiline: true, lineEnds: lineEndsKept, holes: &powershellHoles,
	}
	powershellHereSingle = literalForm{end: "\n'@", multiline: true, lineEnds: lineEndsKept}
	powershellHereDouble = literalForm{
		end: "\n\"@", escapes: &powershellEscapes, special: `"$`,
		multiline: true, lineEnds: lineEndsKept, holes: &powershellHoles,
	}
)

func powershellToken(r *codeReader) bool {
	switch c := r.text[r.pos]; {
	case r.has("<#"):
		r.blockComment("<#", "#>", false)
	case c == '#' && !isWordByte(r.before()):
		r.lineComment(1)
	case c == '\'':
		r.literal(powershellSingle, 1)
	case c == '"':
		r.literal(powershellDouble, 1)
	case c == '`':
		r.pos += 1 + max(1, blankLine(r.text[r.pos+1:]))
		r.pos = min(r.pos, len(r.text))
	case c == '@':
		return powershellAt(r)
	case c == '$':
		n := powershellName(r.text, r.pos)
		if n == 0 {
			r.pos++ // of $( )
			return true
		}
		r.readWord(source.Span{Start: r.pos, End: r.pos + n})
		r.pos += n
	case c == '-' && isWordByte(r.peek(1)) && !isDigit(r.peek(1)) && !isWordByte(r.before()):
		powershellParameter(r)
	case r.has("http://"), r.has("https://"):
		powershellBare(r)
	default:
		return false
	}
	return true
}

// powershellAt reads a here-string, a bare @name/database, or the sign of an
// array or a hash table.
func powershellAt(r *codeReader) bool {
	form := powershellHereSingle
	switch quote := r.peek(1); {
	case quote == '"':
		form = powershellHereDouble
	case quote == '\'':
	case isWordByte(quote):
		powershellBare(r)
		return true
	default:
		r.pos++
		return true
	}
	skipped := blankLine(r.text[r.pos+2:])
	if skipped == 0 {
		return false
	}
	if strings.HasPrefix(r.text[r.pos+1+skipped:], form.end) {
		skipped-- // the line end closes an empty here-string
	}
	r.literal(form, 2+skipped)
	return true
}

// powershellParameter reads -Name, which names the value after it.
func powershellParameter(r *codeReader) {
	end := wordEnd(r.text, r.pos+1)
	r.flush()
	f := r.top()
	f.key, f.typed = codeKey{r.text[r.pos+1 : end], source.Span{Start: r.pos + 1, End: end}}, false
	f.prev, f.mixed = classOther, true
	r.pos = end
}

// powershellBare reads a word without quotes.
func powershellBare(r *codeReader) {
	r.beginLiteral()
	start := r.pos
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n;,|&(){}'\"`", r.text[r.pos]) < 0 {
		r.pos++
	}
	f := r.top()
	f.parts.verbatim(source.Span{Start: start, End: r.pos})
	f.addForm(literalForm{fixed: true})
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
	end := wordEnd(text, pos+1)
	if end == pos+1 {
		return 0
	}
	if end+1 < len(text) && text[end] == ':' && isWordByte(text[end+1]) {
		end = wordEnd(text, end+1)
	}
	return end - pos
}

// maxPowershellName is the length of the longest ${name} looked for.
const maxPowershellName = 256
