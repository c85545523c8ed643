package source

import (
	"sort"
	"strings"
	"unicode/utf8"

	"kustoconn/internal/sealed"
)

// Position is a place in a text, as people and tools count: all fields start
// at 1.
type Position struct {
	Line   int // lines end at LF; a CR before it belongs to the line's end
	Byte   int // column in bytes
	Rune   int // column in Unicode code points; an invalid byte counts as one
	UTF16  int // column in UTF-16 code units, as SARIF and LSP count
	Offset int // byte offset in the text, from 0
}

// Index finds lines in one text. It is made once for a text and is safe for
// concurrent use. The zero Index is that of the empty text.
type Index struct {
	text  sealed.Text
	lines []int // offsets of the lines' first bytes, the first line's 0 left out
	// counts holds how many characters stand before each multiple of stride;
	// nil where every byte is a character of its own.
	counts []count
}

// count is how many characters there are before the one that starts at the
// offset at, in two ways of counting.
type count struct{ at, runes, utf16 int }

// stride is how far apart the remembered counts are, in bytes: a column costs
// at most two walks of that length, however long the line.
const stride = 4096

// NewIndex reads text once and remembers where its lines start.
func NewIndex(text string) *Index {
	ix := &Index{text: sealed.NewText(text)}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		ix.lines = append(ix.lines, i)
	}
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		ix.counts = []count{{}}
		for at := stride; at <= len(text); at += stride {
			ix.counts = append(ix.counts, ix.count(at))
		}
	}
	return ix
}

// count counts the characters that start before offset, from the last
// remembered count on.
func (ix *Index) count(offset int) count {
	if ix.counts == nil {
		return count{offset, offset, offset}
	}
	c := ix.counts[min(offset/stride, len(ix.counts)-1)]
	for c.at < offset {
		r, n := utf8.DecodeRuneInString(ix.text.Open()[c.at:])
		c.at += n
		c.runes++
		c.utf16++
		if r > 0xFFFF {
			c.utf16++
		}
	}
	return c
}

// Line returns the span of line n (from 1) without its line end. A line that
// does not exist gives the empty span at the end of the text.
func (ix *Index) Line(n int) Span {
	if n < 1 || n > len(ix.lines)+1 {
		return At(len(ix.text.Open()))
	}
	s := Span{ix.lineStart(n), len(ix.text.Open())}
	if n <= len(ix.lines) {
		s.End = ix.lines[n-1] - 1
		if s.End > s.Start && ix.text.Open()[s.End-1] == '\r' {
			s.End--
		}
	}
	return s
}

func (ix *Index) lineStart(n int) int {
	if n == 1 {
		return 0
	}
	return ix.lines[n-2]
}

// LineOf returns the number of the line that the byte at offset is on, at the
// cost of a binary search.
func (ix *Index) LineOf(offset int) int { return sort.SearchInts(ix.lines, offset+1) + 1 }

// Position returns the line and columns of the byte at offset. An offset
// outside the text is moved to its nearer end. It costs a binary search and a
// walk of a few thousand bytes at most.
func (ix *Index) Position(offset int) Position {
	offset = max(0, min(offset, len(ix.text.Open())))
	line := ix.LineOf(offset)
	start := ix.lineStart(line)
	before, at := ix.count(start), ix.count(offset)
	return Position{
		Line: line, Byte: offset - start + 1,
		Rune: at.runes - before.runes + 1, UTF16: at.utf16 - before.utf16 + 1, Offset: offset,
	}
}

// RuneBoundary returns the first byte of the code point that the byte at offset
// is inside of, or offset where that is none's: in bytes that are no UTF-8, and
// outside text. It looks at four bytes.
func RuneBoundary(text string, offset int) int {
	for start := min(offset, len(text)) - 1; start >= 0 && start > offset-utf8.UTFMax; start-- {
		if _, n := utf8.DecodeRuneInString(text[start:]); start+n > offset {
			return start
		}
	}
	return offset
}
