package extract

import (
	"strings"
	"unicode/utf8"

	"kustoconn/source"
)

// ReadProperties reads a Java properties file, as java.util.Properties does:
// comments start with # or !, the key ends at the first =, : or white space
// that no backslash precedes, a backslash at a line's end continues the value
// on the next line. A \u without four digits makes the file plain text. Linear
// in text.
func ReadProperties(text string) File {
	var f File
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		first := skipAny(text, start, end, propertySpace)
		switch {
		case first == end:
		case text[first] == '#' || text[first] == '!':
			p := standing(Comment, text, source.Span{Start: first + 1, End: end})
			p.Escape = escapeInComment("")
			f.Pieces = append(f.Pieces, p)
		default:
			end, next = logicalLineEnd(text, first)
			if !f.addProperty(text, source.Span{Start: first, End: end}) {
				return asPlain(text, first, "not valid properties: read as plain text")
			}
		}
		start = next
	}
	return f
}

const propertySpace = " \t\f"

// logicalLineEnd returns the end of the line that start is in and of those
// that continue it.
func logicalLineEnd(text string, start int) (end, next int) {
	for {
		end, next = lineEnd(text, start)
		line := text[start:end]
		backslashes := len(line) - len(strings.TrimRight(line, `\`))
		if backslashes%2 == 0 || next >= len(text) {
			return end, next
		}
		start = next
	}
}

func (f *File) addProperty(text string, line source.Span) (ok bool) {
	keyEnd := line.Start
	for keyEnd < line.End && strings.IndexByte("=: \t\f", text[keyEnd]) < 0 {
		if text[keyEnd] == '\\' {
			keyEnd++
		}
		keyEnd++
	}
	keyEnd = min(keyEnd, line.End)
	if strings.HasPrefix(text[keyEnd:line.End], "://") {
		keyEnd = line.Start // the colon is that of a URI without a key
	}
	start := skipAny(text, keyEnd, line.End, propertySpace)
	if start < line.End && (text[start] == '=' || text[start] == ':') {
		start = skipAny(text, start+1, line.End, propertySpace)
	}
	keySpan := source.Span{Start: line.Start, End: keyEnd}
	p, valueOK := propertyText(text, source.Span{Start: start, End: line.End})
	key, keyOK := propertyText(text, keySpan)
	p.Key, p.KeySpan = keyPath{key.Text}.String(), keySpan
	f.Pieces = append(f.Pieces, p)
	return valueOK && keyOK
}

func propertyText(text string, span source.Span) (p Piece, ok bool) {
	var b Builder
	ok = true
	unescape(&b, text, span, `\`, func(rest string) (string, int) {
		s, n := unescapeProperty(rest)
		ok = ok && n > 0
		return s, n
	})
	p = b.Piece(Value)
	p.Escape = escapeProperty
	return p, ok
}

func unescapeProperty(rest string) (string, int) {
	if len(rest) < 2 {
		return "", 1
	}
	if n := lineBreak(rest, 1); n > 0 {
		return "", skipAny(rest, 1+n, len(rest), propertySpace)
	}
	if rest[1] == 'u' {
		return utf16Escape(rest)
	}
	if i := strings.IndexByte("tnrf", rest[1]); i >= 0 {
		return "\t\n\r\f"[i : i+1], 2
	}
	_, size := utf8.DecodeRuneInString(rest[1:])
	return rest[1 : 1+size], 1 + size // another character loses its backslash
}

// escapeProperty writes s for any place in a value: white space at its start
// needs a backslash.
func escapeProperty(s string) (string, bool) {
	body := strings.TrimLeft(s, " ")
	lead := strings.Repeat(`\ `, len(s)-len(body))
	escaped, ok := escapeBackslash(body)
	return lead + strings.ReplaceAll(escaped, `\"`, `"`), ok
}
