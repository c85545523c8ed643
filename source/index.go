package source

import (
	"sort"
	"strings"
	"unicode/utf8"
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
	text  string
	lines []int // offsets of the lines' first bytes, the first line's 0 left out
}

// NewIndex reads text once and remembers where its lines start.
func NewIndex(text string) *Index {
	ix := &Index{text: text}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return ix
		}
		i += n + 1
		ix.lines = append(ix.lines, i)
	}
}

// Lines returns the number of lines: one more than the number of LFs.
func (ix *Index) Lines() int { return len(ix.lines) + 1 }

// Line returns the span of line n (from 1) without its line end. A line that
// does not exist gives the empty span at the end of the text.
func (ix *Index) Line(n int) Span {
	if n < 1 || n > ix.Lines() {
		return At(len(ix.text))
	}
	s := Span{ix.lineStart(n), len(ix.text)}
	if n <= len(ix.lines) {
		s.End = ix.lines[n-1] - 1
		if s.End > s.Start && ix.text[s.End-1] == '\r' {
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

// Position returns the line and columns of the byte at offset. An offset
// outside the text is moved to its nearer end. It costs a binary search and
// a walk over the line before offset.
func (ix *Index) Position(offset int) Position {
	offset = max(0, min(offset, len(ix.text)))
	line := sort.SearchInts(ix.lines, offset+1) + 1
	start := ix.lineStart(line)
	p := Position{Line: line, Byte: offset - start + 1, Rune: 1, UTF16: 1, Offset: offset}
	for i := start; i < offset; {
		r, n := utf8.DecodeRuneInString(ix.text[i:])
		p.Rune++
		p.UTF16++
		if r > 0xFFFF {
			p.UTF16++
		}
		i += n
	}
	return p
}

// RuneBoundary moves offset back to the first byte of the code point that it
// is inside of.
func RuneBoundary(text string, offset int) int {
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
