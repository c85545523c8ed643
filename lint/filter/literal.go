package filter

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// literals returns the spans between the quotes of the literals on a line. A
// quote that directly follows a letter opens none, and one that a letter
// directly follows closes none: these stand inside a string. inside says that
// the line begins inside a literal in double quotes; one of those without an
// end goes to that of the line.
//
// A single quote may also be an apostrophe, or one of a connection string: it
// opens a literal only where another one closes it, and an escape stands
// between them, without which the literal reads as it stands.
func literals(line string, inside bool) []source.Span {
	var spans []source.Span
	single := 0 // where the next single quote may stand that opens a literal
	for at := 0; at < len(line); {
		start, quote := at, byte('"')
		if !inside {
			n := strings.IndexByte(line[at:], quote)
			if n < 0 {
				n = len(line) - at
			}
			if from := max(at, single); from < at+n {
				if m := strings.IndexByte(line[from:at+n], '\''); m >= 0 {
					n, quote = from+m-at, '\''
				}
			}
			if at+n == len(line) {
				break
			}
			start = at + n + 1
			if start > 1 && (isWord(line[start-2]) || line[start-2] == '\\') {
				at = start
				continue
			}
		}
		inside = false
		end := literalEnd(line, start, len(line), quote)
		if quote == '\'' && (end == len(line) || strings.IndexByte(line[start:end], '\\') < 0) {
			at, single = start, end
			continue
		}
		spans = append(spans, source.Span{Start: start, End: end})
		at = end + 1
	}
	return spans
}

// literalEnd returns where the literal ends that starts, behind its quote, at
// start: at a quote without a backslash that can close it, or at limit.
func literalEnd(text string, start, limit int, quote byte) int {
	for at := start; at < limit; at++ {
		switch text[at] {
		case '\\':
			at++
		case quote:
			if at+1 >= limit || !isWord(text[at+1]) {
				return at
			}
		}
	}
	return limit
}

// isWord reports whether c is part of a word, of text that is not ASCII too.
func isWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

// lineEnd returns the offset of the line feed that ends the line at offset at,
// or the end of the text.
func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// unescape returns the text that the literal at span of text stands for, as
// JSON and the languages like C write it. A backslash before anything else
// stands for itself.
func unescape(text string, span source.Span) piece.Piece {
	var b piece.Builder
	plain := span.Start
	for at := span.Start; ; {
		n := strings.IndexByte(text[at:span.End], '\\')
		if n < 0 {
			break
		}
		at += n
		s, size := escape(text[at:span.End])
		if size == 0 {
			at++
			continue
		}
		b.Copy(text, source.Span{Start: plain, End: at})
		b.Escape(s, source.Span{Start: at, End: at + size})
		at += size
		plain = at
	}
	b.Copy(text, source.Span{Start: plain, End: span.End})
	return b.Piece(piece.Literal)
}

// simpleEscapes are the escapes of one letter.
var simpleEscapes = map[byte]string{
	'"': `"`, '\'': `'`, '\\': `\`, '/': `/`, 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t",
}

// escape reads the escape that s starts with: what it stands for and its size
// in bytes, 0 where it is none.
func escape(s string) (text string, size int) {
	const unicodeSize = len(`\uXXXX`)
	if len(s) < 2 {
		return "", 0
	}
	if text, ok := simpleEscapes[s[1]]; ok {
		return text, 2
	}
	switch s[1] {
	case 'x':
		if r, ok := hexadecimal(s[2:], 2); ok {
			return string(r), len(`\xXX`)
		}
	case 'u':
		r, ok := hexadecimal(s[2:], 4)
		if !ok {
			return "", 0
		}
		if rest := s[unicodeSize:]; utf16.IsSurrogate(r) && strings.HasPrefix(rest, `\u`) {
			if low, ok := hexadecimal(rest[2:], 4); ok && utf16.IsSurrogate(low) {
				return string(utf16.DecodeRune(r, low)), 2 * unicodeSize
			}
		}
		return string(r), unicodeSize
	}
	return "", 0
}

func hexadecimal(s string, digits int) (rune, bool) {
	if len(s) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:digits], 16, 32)
	return rune(n), err == nil
}
