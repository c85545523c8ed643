package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// scalar reads the scalar at pos, of any style.
func (r *yamlReader) scalar() {
	start := r.pos
	var p piece.Piece
	switch c := r.text[r.pos]; {
	case c == '"' || c == '\'':
		var ok bool
		if p, ok = r.quoted(c); !ok {
			r.fail()
			return
		}
	case (c == '|' || c == '>') && r.flow == 0:
		var ok bool
		if p, ok = r.block(c == '>'); !ok {
			r.fail()
			return
		}
	default:
		p = r.plain()
	}
	if r.pos == start {
		r.fail()
		return
	}
	r.placeScalar(source.Span{Start: start, End: r.pos}, &p)
}

// quoted reads a scalar in quotes and moves after the closing one.
func (r *yamlReader) quoted(quote byte) (piece.Piece, bool) {
	start := r.pos + 1
	end, lines := r.closingQuote(quote)
	if end < 0 {
		return piece.Piece{}, false
	}
	r.pos = end + 1
	inner := source.Span{Start: start, End: end}
	starters, write := `'`+"\r\n \t", escapeSingleQuoted
	if quote == '"' {
		starters, write = `\`+"\r\n \t", escape.Backslash
	}
	if !lines {
		starters = starters[:1]
	}
	var b piece.Builder
	escape.Unescape(&b, r.text, inner, starters, func(rest string) (string, int) {
		switch rest[0] {
		case '\'':
			if strings.HasPrefix(rest, "''") {
				return "'", 2
			}
			return "", 0
		case '\\':
			return unescapeYAML(rest)
		}
		return foldLines(rest)
	})
	p := b.Piece(piece.Value)
	p.Escape = write
	if lines {
		p.Escape = escape.NotBesideLineBreak(write)
	}
	return p, true
}

// closingQuote finds the quote that ends the scalar at pos, or -1; lines says
// whether it runs over a line's end, in which case r.line is moved.
func (r *yamlReader) closingQuote(quote byte) (end int, lines bool) {
	for i := r.pos + 1; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '\\' && quote == '"' && i+1 < len(r.text) && source.LineBreak(r.text, i+1) == 0:
			i++
		case c == '\'' && quote == '\'' && i+1 < len(r.text) && r.text[i+1] == '\'':
			i++
		case c == quote:
			return i, lines
		case c == '\n' || c == '\r':
			i += source.LineBreak(r.text, i) - 1
			r.line, lines = i+1, true
			if isDocumentMarker(r.text, r.line) {
				return -1, lines
			}
		}
	}
	return -1, lines
}

// foldLines folds white space with line ends in it, at the start of s: one
// line end is a space, more are one line feed less than there are. White space
// within a line is returned as it is.
func foldLines(s string) (string, int) {
	i, breaks := 0, 0
	for i < len(s) {
		if n := source.LineBreak(s, i); n > 0 {
			breaks++
			i += n
		} else if s[i] == ' ' || s[i] == '\t' {
			i++
		} else {
			break
		}
	}
	switch breaks {
	case 0:
		return s[:i], i
	case 1:
		return " ", i
	}
	return strings.Repeat("\n", breaks-1), i
}

// yamlEscapes are those of double quotes within a line.
var yamlEscapes = escape.Table{
	Lead: '\\', Simple: "0\x00a\ab\bt\t\t\tn\nv\vf\fr\re\x1b  \"\"//\\\\N\u0085_\u00a0L\u2028P\u2029",
	HexMin: 2, HexMax: 2, U: true, LongU: true,
}

func unescapeYAML(rest string) (string, int) {
	if source.LineBreak(rest, 1) > 0 {
		fold, n := foldLines(rest[1:])
		return strings.TrimPrefix(fold, " "), 1 + n
	}
	text, n, _ := yamlEscapes.Read(rest, 0)
	return text, n
}

var escapeSingleQuoted = escape.Replacing(strings.NewReplacer(`'`, `''`))

// plain reads a plain scalar, over as many lines as are indented for it.
func (r *yamlReader) plain() piece.Piece {
	var b piece.Builder
	start, end := r.pos, r.plainEnd(r.pos)
	b.Copy(r.text, source.Span{Start: start, End: end})
	r.pos = end
	for {
		next, line := r.continuation(end)
		if next < 0 {
			break
		}
		stop := r.plainEnd(next)
		if stop == next {
			break
		}
		folded, _ := foldLines(r.text[end:next])
		b.Escape(folded, source.Span{Start: end, End: next})
		b.Copy(r.text, source.Span{Start: next, End: stop})
		end, r.pos, r.line = stop, stop, line
	}
	p := b.Piece(piece.Value)
	p.Escape, p.Bare = escapePlain(r.flow > 0), true
	return p
}

// plainEnd returns the end of a plain scalar's part on the line of start,
// without white space after it.
func (r *yamlReader) plainEnd(start int) int {
	end := start
	for i := start; i < len(r.text); i++ {
		switch c := r.text[i]; c {
		case '\n', '\r':
			return end
		case ' ', '\t':
			continue
		case '#':
			if i > start && strings.IndexByte(" \t", r.text[i-1]) >= 0 {
				return end
			}
		case ':':
			if i+1 >= len(r.text) || strings.IndexByte(" \t\r\n", r.text[i+1]) >= 0 ||
				r.flow > 0 && strings.IndexByte(",[]{}", r.text[i+1]) >= 0 {
				return end
			}
		case ',', '[', ']', '{', '}':
			if r.flow > 0 {
				return end
			}
		}
		end = i + 1
	}
	return end
}

// continuation returns where the plain scalar that stops at end goes on, and
// the start of that line, or -1.
func (r *yamlReader) continuation(end int) (next, line int) {
	i, line := end, -1
	for i < len(r.text) {
		if n := source.LineBreak(r.text, i); n > 0 {
			i += n
			line = i
		} else if r.text[i] == ' ' || r.text[i] == '\t' {
			i++
		} else {
			break
		}
	}
	if line < 0 || i >= len(r.text) || r.text[i] == '#' || isDocumentMarker(r.text, line) {
		return -1, 0
	}
	if r.flow == 0 && i-line <= r.parentColumn() {
		return -1, 0
	}
	return i, line
}

// parentColumn returns the column that a scalar's further lines must exceed.
func (r *yamlReader) parentColumn() int {
	if t := r.top(); t != nil {
		return t.column
	}
	return -1
}

// yamlIndicators may not start a plain scalar, or not everywhere.
const yamlIndicators = "-?:,[]{}#&*!|>'\"%@` \t"

// escapePlain refuses whatever could end a plain scalar or start another node
// in any place of it.
func escapePlain(flow bool) func(string) (string, bool) {
	return func(s string) (string, bool) {
		switch {
		case s == "":
			return "", true
		case escape.HasControl(s), strings.IndexByte(yamlIndicators, s[0]) >= 0, strings.IndexByte(": \t", s[len(s)-1]) >= 0,
			strings.Contains(s, ": "), strings.Contains(s, " #"), flow && strings.ContainsAny(s, ",[]{}"):
			return "", false
		}
		return s, true
	}
}
