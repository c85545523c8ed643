package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// maxNameLine is how much of a line is looked through for the name that it gives
// a value, in bytes.
const maxNameLine = 256

// nameOf returns the name that the string at span of p is assigned to: the
// piece's, or the one that the line before it names.
func (f *File) nameOf(p *filePiece, span source.Span) string {
	if p.Key != "" && !isNumber(p.Key) || p.Kind != piece.Plain && p.Kind != piece.Literal {
		return p.Key
	}
	at := p.Map.Span(span).Start
	line := f.Text()[max(0, at-maxNameLine):at]
	line = line[strings.LastIndexAny(line, "\r\n")+1:]
	if i := strings.LastIndexByte(line, '='); i >= 0 {
		return lastWordOf(strings.TrimRight(line[:i], " \t:?+"))
	}
	definition := strings.ToLower(strings.TrimLeft(line, " \t-#(%"))
	for _, word := range [...]string{"def", "defparameter", "defvar", "define", "set", "setq", "let", "local", "const", "export"} {
		if rest, ok := strings.CutPrefix(definition, word); ok && rest != "" && strings.IndexByte(" \t([", rest[0]) >= 0 {
			return lastWordOf(line)
		}
	}
	return ""
}

// lastWordOf returns the last word of a text, a type behind it left out.
func lastWordOf(text string) string {
	if i := strings.IndexByte(text, ':'); i > 0 {
		text = text[:i]
	}
	end := len(text)
	for end > 0 && !literal.IsWordByte(text[end-1]) {
		end--
	}
	return endingWord(text[:end])
}

// endingWord returns the word that a text ends with; "" where it ends with none.
func endingWord(text string) string {
	start := len(text)
	for start > 0 && literal.IsWordByte(text[start-1]) {
		start--
	}
	return text[start:]
}

func isNumber(name string) bool { return strings.Trim(name, "0123456789") == "" }
