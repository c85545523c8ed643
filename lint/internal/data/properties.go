package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadProperties reads a Java properties file, as java.util.Properties does:
// comments start with # or !, the key ends at the first =, : or white space
// that no backslash precedes, a backslash at a line's end continues the value
// on the next line. A \u without four digits makes the file plain text. Linear
// in text.
func ReadProperties(text string) piece.File {
	var f piece.File
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		first := skipAny(text, start, end, lineSpace)
		switch {
		case first == end:
		case text[first] == '#' || text[first] == '!':
			p := piece.Verbatim(piece.Comment, text, source.Span{Start: first + 1, End: end})
			p.Escape = escape.Printable
			f.Pieces = append(f.Pieces, p)
		default:
			end, next = logicalLineEnd(text, first)
			p, ok := property(text, source.Span{Start: first, End: end})
			if !ok {
				return plain.Instead(text, first, "not valid properties: read as plain text")
			}
			f.Pieces = append(f.Pieces, p)
		}
		start = next
	}
	return f
}

// logicalLineEnd returns the end of the line that start is in and of those
// that continue it.
func logicalLineEnd(text string, start int) (end, next int) {
	for {
		end, next = source.AnyLineEnd(text, start)
		line := text[start:end]
		backslashes := len(line) - len(strings.TrimRight(line, `\`))
		if backslashes%2 == 0 || next >= len(text) {
			return end, next
		}
		start = next
	}
}

func property(text string, line source.Span) (p piece.Piece, ok bool) {
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
	start := skipAny(text, keyEnd, line.End, lineSpace)
	if start < line.End && (text[start] == '=' || text[start] == ':') {
		start = skipAny(text, start+1, line.End, lineSpace)
	}
	keySpan := source.Span{Start: line.Start, End: keyEnd}
	p, valueOK := propertyText(text, source.Span{Start: start, End: line.End})
	key, keyOK := propertyText(text, keySpan)
	p.Key, p.KeySpan = piece.KeyPath{key.Text}.String(), keySpan
	return p, valueOK && keyOK
}

func propertyText(text string, span source.Span) (p piece.Piece, ok bool) {
	var b piece.Builder
	ok = true
	escape.Unescape(&b, text, span, `\`, func(rest string) (string, int) {
		s, n := unescapeProperty(rest)
		ok = ok && n > 0
		return s, n
	})
	p = b.Piece(piece.Value)
	p.Escape = escapeProperty
	return p, ok
}

// unescapeProperty reads an escape; n is 0 for a \u without four digits.
func unescapeProperty(rest string) (string, int) {
	if len(rest) < 2 {
		return "", 1
	}
	if n := source.LineBreak(rest, 1); n > 0 {
		return "", skipAny(rest, 1+n, len(rest), lineSpace)
	}
	text, n, _ := propertyEscapes.Read(rest, 0)
	if rest[1] == 'u' && n == len(`\u`) {
		return "", 0
	}
	return text, n
}

// propertyEscapes are those within a line: any other character loses its
// backslash.
var propertyEscapes = escape.Table{Lead: '\\', Simple: "t\tn\nr\rf\f", U: true, Identity: true}

// escapeProperty writes s for any place in a value: white space at its start
// needs a backslash.
func escapeProperty(s string) (string, bool) {
	body := strings.TrimLeft(s, " ")
	lead := strings.Repeat(`\ `, len(s)-len(body))
	escaped, ok := escape.Backslash(body)
	return lead + strings.ReplaceAll(escaped, `\"`, `"`), ok
}
