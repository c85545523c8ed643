package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadRegistry reads a file of Windows Registry Editor (.reg): "name"="value" and
// @="value" lines under [keys], and ; comments. Other types of value are no text.
// Linear in text.
func ReadRegistry(text string) piece.File {
	var f piece.File
	var key piece.KeyPath
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		line := (source.Span{Start: start, End: end}).Trim(text, lineSpace)
		switch content := line.Slice(text); {
		case content == "":
		case content[0] == ';':
			p := piece.Verbatim(piece.Comment, text, source.Span{Start: line.Start + 1, End: line.End})
			p.Escape = escape.Printable
			f.Pieces = append(f.Pieces, p)
		case content[0] == '[':
			key = piece.KeyPath{strings.TrimSuffix(content[1:], "]")}
		default:
			f.Pieces = registryValue(f.Pieces, text, line, key)
		}
		start = next
	}
	return f
}

// registryEscapes are all there are.
var registryEscapes = escape.Table{Lead: '\\', Simple: `""\\`}

func registryValue(pieces []piece.Piece, text string, line source.Span, key piece.KeyPath) []piece.Piece {
	name := source.Span{Start: line.Start, End: line.Start + 1}
	if text[line.Start] == '"' {
		if stop := closingQuote(text[:line.End], line.Start); stop >= 0 {
			name = source.Span{Start: line.Start + 1, End: stop}
		}
	}
	at := skipAny(text, min(name.End+name.Start-line.Start, line.End), line.End, blanks)
	if at == line.End || text[at] != '=' {
		return plain.Append(pieces, text, line)
	}
	at = skipAny(text, at+1, line.End, blanks)
	if at == line.End || text[at] != '"' || closingQuote(text[:line.End], at) != line.End-1 {
		return plain.Append(pieces, text, line)
	}
	var b piece.Builder
	escape.Unescape(&b, text, source.Span{Start: at + 1, End: line.End - 1}, `\`, registryEscapes.Reader())
	p := b.Piece(piece.Value)
	p.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) {
			return "", false
		}
		return registryEscapes.Write(s, `"`, false)
	}
	p.Key, p.KeySpan = key.With(name.Slice(text)), name
	return append(pieces, p)
}
