package container

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readBackticks reads the literals of PowerShell in double quotes, in which a backtick
// escapes: "AppKey=`"a;b`"". Those without are read as others are.
func readBackticks(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if !strings.Contains(text, "`\"") && !strings.Contains(text, "`$") && !strings.Contains(text, "``") {
		return
	}
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return
		}
		start := at + n + 1
		if !opens(text, start-1) || start > 1 && text[start-2] == '`' {
			at = start
			continue
		}
		end, escaped := backtickEnd(text, start)
		at = end + 1
		if !escaped {
			continue
		}
		b.Reset()
		escape.Unescape(b, text, source.Span{Start: start, End: end}, "`\"", readBacktick)
		if !yield(b.Piece(piece.Literal)) {
			return
		}
	}
}

// backtickedEnd returns where a literal of PowerShell ends of which l is the start, up to a
// quotation mark behind a backtick, or 0. A backtick that ends a piece of code, which others
// begin, is none of PowerShell's.
func backtickedEnd(text string, l source.Span) int {
	if l.Empty() || l.End == len(text) || text[l.End-1] != '`' || text[l.End] != '"' {
		return 0
	}
	if others := strings.Count(l.Slice(text), "`") - strings.Count(text[l.Start:l.End+1], "`\""); others%2 == 1 {
		return 0
	}
	end, escaped := backtickEnd(text, l.Start)
	if !escaped || end == len(text) {
		return 0
	}
	return end
}

// backtickEnd returns where the literal ends that starts at start, and whether a backtick
// escapes a sign in it.
func backtickEnd(text string, start int) (end int, escaped bool) {
	for end = start; end < len(text); end++ {
		switch text[end] {
		case '`':
			escaped = escaped || end+1 < len(text) && !isWord(text[end+1])
			end++
		case '"':
			if end+1 == len(text) || text[end+1] != '"' {
				return end, escaped
			}
			end++
		}
	}
	return len(text), escaped
}

// readBacktick reads the escape at the start of a text: a sign behind a backtick, or a
// doubled quotation mark. Letters behind a backtick write control characters.
func readBacktick(rest string) (text string, n int) {
	if len(rest) < 2 {
		return "", 0
	}
	switch next := rest[1]; {
	case rest[0] == '"':
		return `"`, 2
	case next == 'n' || next == 'r' || next == 't':
		return string("\n\r\t"[strings.IndexByte("nrt", next)]), 2
	case !isWord(next):
		return rest[1:2], 2
	}
	return "", 0
}
