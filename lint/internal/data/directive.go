package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/schema"
	"kustoconn/source"
)

// The configurations of servers (nginx, Apache) and of Spark have the names of INI
// files, and lines that are no pairs: a directive and its arguments, or a key and
// a value, with white space between them.

// isDirective reports whether a line is a directive: a quotation mark opens there
// behind its first word and before any separator of a pair.
func isDirective(line string) bool {
	if n := strings.IndexAny(line, "=:"); n >= 0 {
		line = line[:n]
	}
	for i := 1; i < len(line); i++ {
		if (line[i] == '"' || line[i] == '\'') && strings.IndexByte(blanks+"(", line[i-1]) >= 0 {
			return true
		}
	}
	return false
}

// directiveEscapes are those of quoted arguments: any other backslash stays.
var directiveEscapes = escape.Table{Lead: '\\', Simple: `""''\\`}

// directive reads the quoted arguments of a line as values, each under the name of
// the argument before it, the rest as it stands, and a comment at the line's end.
func (r *iniReader) directive(line source.Span) {
	text := r.text[:line.End]
	from, open := line.Start, false
	for i := line.Start; i < line.End; i++ {
		opens := i == line.Start || strings.IndexByte(blanks+"(;{}", text[i-1]) >= 0
		switch c := text[i]; {
		case c == '#' && opens:
			r.out.Pieces = plain.Append(r.out.Pieces, text, source.Span{Start: from, End: i})
			r.comment(source.Span{Start: i + 1, End: line.End})
			return
		case (c == '"' || c == '\'') && opens:
			stop := endOfQuoted(text, i)
			if stop < 0 {
				open = true
				continue
			}
			before := source.Span{Start: from, End: i}
			r.out.Pieces = plain.Append(r.out.Pieces, text, before)
			p := r.argument(source.Span{Start: i + 1, End: stop}, before)
			if open {
				p.Escape = escape.Refuse // an edit might close the quotes before
			}
			r.out.Pieces = append(r.out.Pieces, p)
			i, from = stop, stop+1
		}
	}
	r.out.Pieces = plain.Append(r.out.Pieces, text, source.Span{Start: from, End: line.End})
}

// endOfQuoted returns where the quotation mark at start is closed, or -1. A
// backslash takes the next byte out of either kind.
func endOfQuoted(text string, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch text[i] {
		case text[start]:
			return i
		case '\\':
			i++
		}
	}
	return -1
}

// argument returns the quoted argument at span; its key is the last word before.
func (r *iniReader) argument(span, before source.Span) piece.Piece {
	quote := r.text[span.Start-1 : span.Start]
	var b piece.Builder
	escape.Unescape(&b, r.text, span, `\`, directiveEscapes.Reader())
	p := b.Piece(piece.Value)
	p.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) {
			return "", false
		}
		return directiveEscapes.Write(s, quote, false)
	}
	before = before.Trim(r.text, blanks)
	before.Start += strings.LastIndexAny(before.Slice(r.text), blanks+";{}(") + 1
	if name := before.Slice(r.text); name != "" {
		p.Key, p.KeySpan = r.section.With(name), before
	}
	return p
}

// keyBeforeBlank returns the length of a line's first word where white space alone
// makes that the key: it holds a dot, as Spark's keys do, or a connection string
// follows, as a keyword of ours and a semicolon show, which sure says is not so.
func keyBeforeBlank(line string, separator int) (n int, sure bool) {
	n = strings.IndexAny(line[:separator], blanks)
	if n <= 0 || line[0] == '"' || line[0] == '\'' || line[0] == '[' {
		return 0, false
	}
	rest := strings.Trim(line[n:separator], blanks)
	if rest == "" {
		return 0, false
	}
	if strings.IndexByte(line[:n], '.') >= 0 {
		return n, true
	}
	_, known := schema.Lookup(rest)
	if !known || line[separator] != '=' || strings.IndexByte(line[separator:], ';') < 0 {
		return 0, false
	}
	return n, false
}
