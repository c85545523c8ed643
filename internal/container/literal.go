package container

import (
	"iter"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Literals returns the spans between the quotes of the literals on a line, as JSON
// and the languages like C write them, in order. A quote that directly follows a
// letter opens none, and one that a letter directly follows closes none: these stand
// inside a string. inside says that the line begins inside a literal in double
// quotes; one of those without an end goes to that of the line, and open says that
// the last one does. A single quote may be an apostrophe: it opens a literal only
// where another one closes it.
func Literals(line string, inside bool) (spans []source.Span, open bool) {
	for l := range literals(line, inside) {
		spans, open = append(spans, l.span), l.open
	}
	return spans, open
}

// LastLiteral returns the last of Literals, if there is one, and keeps no other: a long line may be
// nothing but quotation marks.
func LastLiteral(line string, inside bool) (span source.Span, open, ok bool) {
	for l := range literals(line, inside) {
		span, open, ok = l.span, l.open, true
	}
	return span, open, ok
}

type literal struct {
	span source.Span
	open bool // nothing closes it
}

// literals walks over what Literals returns.
func literals(line string, inside bool) iter.Seq[literal] {
	return func(yield func(literal) bool) {
		next := closers{line: line}
		for at := 0; at < len(line) || inside; {
			start, quote := at, byte('"')
			if !inside {
				for at < len(line) && line[at] != '"' && line[at] != '\'' {
					at++
				}
				if at == len(line) {
					break
				}
				start, quote = at+1, line[at]
				if !opens(line, at) {
					at = start
					continue
				}
			}
			inside = false
			end, closed := next.behind(start, quote)
			if !closed && quote == '\'' {
				at = start
				continue
			}
			if !yield(literal{source.Span{Start: start, End: end}, !closed}) {
				return
			}
			at = end + 1
		}
	}
}

// mask stands in place of a secret, which ends in a word mostly.
const mask = "****"

// opens reports whether the quotation mark at offset can open a literal. Letters
// before one may say which kind of literal it is.
func opens(line string, offset int) bool {
	if offset == 0 {
		return true
	}
	before := line[offset-1]
	if !isWord(before) {
		return before != '\\' && !strings.HasSuffix(line[:offset], mask)
	}
	return strings.IndexByte("NnbBrRuUfFhHLlq", before) >= 0 &&
		(offset == 1 || !isWord(line[offset-2]) && line[offset-2] != '\\' && line[offset-2] != '%')
}

// closers finds quotation marks that can close a literal. Asked for ever later ones,
// it looks at each byte once for each mark.
type closers struct {
	line string
	at   [2]int // where the next closing mark stands, by kind
}

// behind returns where the first mark is, from start on, that can close a literal:
// one without a backslash before it and without a letter behind it.
func (c *closers) behind(start int, quote byte) (end int, ok bool) {
	kind := 0
	if quote == '\'' {
		kind = 1
	}
	for at := max(start, c.at[kind]); at < len(c.line); at++ {
		n := strings.IndexByte(c.line[at:], quote)
		if n < 0 {
			break
		}
		if at += n; !isEscaped(c.line, start, at) && (at+1 == len(c.line) || !isWord(c.line[at+1])) {
			c.at[kind] = at
			return at, true
		}
	}
	c.at[kind] = len(c.line)
	return len(c.line), false
}

// isEscaped reports whether an odd number of backslashes stands before offset.
func isEscaped(text string, floor, offset int) bool {
	const most = 64 // no container is that deep
	n := 0
	for n < most && offset-n > floor && text[offset-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}

// isWord reports whether c is part of a word, of text that is not ASCII too.
func isWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

// readLiterals reads literals with backslashes, and those without any escape. Escapes
// by number between them are read, too: a literal may have begun on another line.
func readLiterals(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	numbers := strings.IndexByte(text, '\\') >= 0 &&
		(strings.Contains(text, `\u00`) || strings.Contains(text, `\x`) || strings.Contains(text, `\u{`) || strings.Contains(text, `\0`) || strings.Contains(text, `:\/\/`))
	if !numbers && strings.IndexByte(text, '"') < 0 && strings.IndexByte(text, '\'') < 0 {
		return
	}
	spans, _ := Literals(text, false)
	at := 0
	escaped := 0 // the end of a literal in which backticks escape
	for _, l := range append(spans, source.At(len(text))) {
		if l.Start < escaped {
			continue
		}
		if end := backtickedEnd(text, l); end > 0 {
			at, escaped = end, end
			continue
		}
		between := source.Span{Start: at, End: l.Start}
		if l.Start < len(text) {
			between.End-- // the mark that opens the literal, which may be the secret's
		}
		if numbers && strings.Contains(between.Slice(text), `\`) && !yield(unescape(b, text, between, piece.Plain)) {
			return
		}
		if at = l.End; !l.Empty() && !yield(unescape(b, text, l, piece.Literal)) {
			return
		}
	}
}

// escapes are those of JSON and of the languages like C. A backslash before anything
// else stands for itself.
var escapes = escape.Table{
	Lead: '\\', Simple: "\"\"''\\\\//b\bf\fn\nr\rt\t", HexMin: 2, HexMax: 2, Octal: 3, U: true, LongU: true, Braced: true, BracedX: true,
}

// readEscape reads the escape at the start of a text.
var readEscape = escapes.Reader()

// unescape returns what span of text stands for. It is made in b.
func unescape(b *piece.Builder, text string, span source.Span, kind piece.Kind) piece.Piece {
	b.Reset()
	escape.Unescape(b, text, span, `\`, readEscape)
	return b.Piece(kind)
}

// LiteralEnd returns where the literal in double quotes ends that goes on at offset
// at of text, or limit.
func LiteralEnd(text string, at, limit int) int {
	for ; at < limit; at++ {
		switch text[at] {
		case '\\':
			at++
		case '"':
			if at+1 >= limit || !isWord(text[at+1]) {
				return at
			}
		}
	}
	return limit
}
