package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/placeholder"
	"kustoconn/source"
)

// ReadDotenv reads a .env file: NAME=value lines, also after export. A value in
// double quotes has the escapes \n \r \t \" \\ \$, one in single quotes has
// none; either may run over lines. ${NAME} and $NAME are holes, but for single
// quotes. A # after white space starts a comment. Linear in text.
func ReadDotenv(text string) piece.File {
	r := dotenvReader{text: text}
	for r.pos < len(text) {
		start := r.pos
		if r.line(); r.open {
			return plain.Instead(text, start, "not a valid dotenv file: read as plain text")
		}
	}
	return r.out
}

type dotenvReader struct {
	text string
	pos  int  // the start of a line
	open bool // a quote is not closed
	out  piece.File
}

func (r *dotenvReader) line() {
	end, next := source.AnyLineEnd(r.text, r.pos)
	start := skipAny(r.text, r.pos, end, blanks)
	r.pos = next
	if start == end {
		return
	}
	if r.text[start] == '#' {
		r.comment(start, end)
		return
	}
	nameStart := start
	if rest, ok := strings.CutPrefix(r.text[start:end], "export"); ok && strings.TrimLeft(rest, blanks) != rest {
		nameStart = skipAny(r.text, start+len("export"), end, blanks)
	}
	equals := separatorAt(r.text[nameStart:end], "=:")
	if equals <= 0 {
		r.out.Pieces = plain.Append(r.out.Pieces, r.text, source.Span{Start: start, End: end})
		return
	}
	equals += nameStart
	name := source.Span{Start: nameStart, End: equals}
	name.End = nameStart + len(strings.TrimRight(name.Slice(r.text), blanks))
	p, after := r.value(skipAny(r.text, equals+1, end, blanks), end)
	p.Key, p.KeySpan = name.Slice(r.text), name
	r.out.Pieces = append(r.out.Pieces, p)
	end, r.pos = source.AnyLineEnd(r.text, after)
	if rest := skipAny(r.text, after, end, blanks); rest < end && r.text[rest] == '#' {
		r.comment(rest, end)
	}
}

func (r *dotenvReader) comment(start, end int) {
	p := piece.Verbatim(piece.Comment, r.text, source.Span{Start: start + 1, End: end})
	p.Escape = escape.Printable
	r.out.Pieces = append(r.out.Pieces, p)
}

// value reads the value at start, on a line that stops at end; it returns where
// the value and its quotes stop.
func (r *dotenvReader) value(start, end int) (piece.Piece, int) {
	if start < end && (r.text[start] == '"' || r.text[start] == '\'') {
		return r.quoted(start)
	}
	stop := bareEnd(r.text, start, end)
	p, closed := dotenvExpanded(r.text, source.Span{Start: start, End: stop}, nil)
	p.Escape = escape.Refuse
	if closed {
		p.Escape = escapeBare
	}
	return p, stop
}

// quoted reads the value in quotes at start.
func (r *dotenvReader) quoted(start int) (piece.Piece, int) {
	stop := closingQuote(r.text, start)
	if stop < 0 {
		r.open = true
		return piece.Piece{}, len(r.text)
	}
	inner := source.Span{Start: start + 1, End: stop}
	if r.text[start] == '\'' {
		p := piece.Verbatim(piece.Value, r.text, inner)
		p.Escape = escape.Without("'")
		return p, stop + 1
	}
	p, closed := dotenvExpanded(r.text, inner, &dotenvEscapes)
	p.Escape = escape.Refuse
	if closed {
		p.Escape = escapeDotenvQuoted
	}
	return p, stop + 1
}

// closingQuote returns where the quote at start is closed, or -1. A backslash
// takes the next byte out of double quotes.
func closingQuote(text string, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == text[start]:
			return i
		case text[i] == '\\' && text[start] == '"':
			i++
		}
	}
	return -1
}

// bareEnd returns where a value without quotes stops: before a comment, and
// before white space at the end.
func bareEnd(text string, start, end int) int {
	for i := start; i < end; i++ {
		if text[i] == '#' && (i == start || strings.IndexByte(blanks, text[i-1]) >= 0) {
			end = i
			break
		}
	}
	return start + len(strings.TrimRight(text[start:end], blanks))
}

var escapeDotenvQuoted = escape.Replacing(strings.NewReplacer(`\`, `\\`, `"`, `\"`, `$`, `\$`))

// escapeBare refuses what a value without quotes cannot hold in every place.
func escapeBare(s string) (string, bool) {
	return s, !escape.HasControl(s) && s == strings.Trim(s, blanks) && !strings.ContainsAny(s, "#$\"'`\\")
}

// dotenvEscapes are those of double quotes.
var dotenvEscapes = escape.Table{Lead: '\\', Simple: "n\nr\rt\t\"\"\\\\$$"}

// dotenvExpanded returns text[span] with its expansions as holes; without
// escapes a backslash stands for itself. closed is false where a brace is left
// open, which any later one might close.
func dotenvExpanded(text string, span source.Span, escapes *escape.Table) (p piece.Piece, closed bool) {
	var b piece.Builder
	closed = true
	from := span.Start
	for i := span.Start; i < span.End; i++ {
		if text[i] == '\\' && escapes != nil {
			i++
			continue
		}
		braced := strings.HasPrefix(text[i:span.End], "${")
		if text[i] != '$' || braced && !closed {
			continue
		}
		n := expansion(text[i:span.End])
		if n > 0 && !braced && !placeholder.In(text[i:i+n]) { // a secret that starts so
			continue
		}
		if n == 0 {
			closed = closed && !braced
			continue
		}
		appendDotenv(&b, text, source.Span{Start: from, End: i}, escapes)
		from = i + n
		b.CopyHole(text, source.Span{Start: i, End: from})
		i = from - 1
	}
	appendDotenv(&b, text, source.Span{Start: from, End: span.End}, escapes)
	if b.Len() == 0 {
		b.Escape("", source.At(span.Start))
	}
	return b.Piece(piece.Value), closed
}

// appendDotenv appends a stretch without expansions.
func appendDotenv(b *piece.Builder, text string, span source.Span, escapes *escape.Table) {
	if escapes == nil || span.Empty() {
		b.Copy(text, span)
		return
	}
	escape.Unescape(b, text, span, `\`, escapes.Reader())
}

// expansion returns the length of the ${NAME} or $NAME that s starts with, or 0.
func expansion(s string) int {
	if strings.HasPrefix(s, "${") {
		return strings.IndexByte(s, '}') + 1
	}
	n := 1
	for n < len(s) && (s[n] == '_' || s[n] >= '0' && s[n] <= '9' || s[n] >= 'A' && s[n] <= 'Z' || s[n] >= 'a' && s[n] <= 'z') {
		n++
	}
	if n == 1 || s[1] >= '0' && s[1] <= '9' {
		return 0
	}
	return n
}
