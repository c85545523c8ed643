package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadCSV reads comma-separated values, as RFC 4180 has them: a field in quotes
// holds a quotation mark as two. Where the first line has tabs or semicolons and
// no comma, those separate. The first line names the columns. Linear in text.
func ReadCSV(text string) piece.File {
	end, _ := source.AnyLineEnd(text, 0)
	separator := byte(',')
	switch first := text[:end]; {
	case strings.Contains(first, ","):
	case strings.Contains(first, "\t"):
		separator = '\t'
	case strings.Contains(first, ";") && !strings.Contains(first, "="):
		separator = ';'
	}
	return readSeparated(text, separator)
}

// ReadTSV is ReadCSV for values that tabs separate.
func ReadTSV(text string) piece.File { return readSeparated(text, '\t') }

func readSeparated(text string, separator byte) piece.File {
	var f piece.File
	var header []piece.Piece // the fields of the first line
	stops := string(separator) + "\r\n"
	column, first, open := 0, true, false
	directives := !plain.FindDirective(text).Empty()
	for pos := 0; pos < len(text); {
		if directives && column == 0 {
			end, next := source.AnyLineEnd(text, pos)
			if line := text[pos:end]; strings.HasPrefix(line, "#") && plain.DirectiveComment(line) == 0 {
				f.Pieces = append(f.Pieces, piece.Verbatim(piece.Comment, text, source.Span{Start: pos + len("#"), End: end}))
				pos = next
				continue
			}
		}
		p, end, closed := csvField(text, pos, stops)
		if open = open || !closed; open {
			p.Escape = escape.Refuse // an edit might close quotes that are open
		}
		if first {
			p.Escape = escape.Refusing(",\t;=", p.Escape) // what separates is told by the first line
			header = append(header, p)
		} else if column < len(header) {
			name := &header[column]
			p.Key, p.KeySpan = piece.KeyPath{name.Text}.String(), name.Span()
		}
		if strings.TrimSpace(p.Text) != "" {
			f.Pieces = append(f.Pieces, p)
		}
		column++
		pos = end
		if n := source.LineBreak(text, pos); n > 0 {
			pos += n
			column, first = 0, false
		} else {
			pos++
		}
	}
	return f
}

// csvField reads the field at start; it returns where the field ends, and whether
// the quotes that it starts with, if it does, are closed.
func csvField(text string, start int, stops string) (p piece.Piece, end int, closed bool) {
	if text[start] == '"' {
		if stop, ok := csvQuoteEnd(text, start, stops); ok {
			var b piece.Builder
			escape.Unescape(&b, text, source.Span{Start: start + 1, End: stop}, `"`, func(rest string) (string, int) {
				if strings.HasPrefix(rest, `""`) {
					return `"`, 2
				}
				return "", 0
			})
			p = b.Piece(piece.Value)
			p.Escape = escapeCSV
			return p, stop + 1, true
		}
	}
	end = skipNone(text, start, len(text), stops)
	p = piece.Verbatim(piece.Value, text, (source.Span{Start: start, End: end}).Trim(text, blanks))
	p.Escape = func(s string) (string, bool) {
		return s, !escape.HasControl(s) && !strings.ContainsAny(s, stops+`"`) && s == strings.TrimSpace(s)
	}
	return p, end, text[start] != '"'
}

// csvQuoteEnd returns where the quotes of the field at start are closed: nothing
// but a separator follows there.
func csvQuoteEnd(text string, start int, stops string) (end int, ok bool) {
	for end = start + 1; end < len(text); end++ {
		n := strings.IndexByte(text[end:], '"')
		if n < 0 {
			return 0, false
		}
		end += n
		if end+1 == len(text) || strings.IndexByte(stops, text[end+1]) >= 0 {
			return end, true
		}
		if text[end+1] != '"' {
			return 0, false
		}
		end++
	}
	return 0, false
}

var escapeCSV = escape.Replacing(strings.NewReplacer(`"`, `""`))
