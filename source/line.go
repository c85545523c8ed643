package source

import "strings"

// LineEnd returns the end of the line that start is in, without its line end,
// and the start of the next line. Lines end at LF, as Index counts them; a CR
// before it belongs to the line end. The last line ends, and the next one
// starts, at the end of text. start is an offset in text, in bytes; the cost is
// linear in the line.
func LineEnd(text string, start int) (end, next int) {
	n := strings.IndexByte(text[start:], '\n')
	if n < 0 {
		return len(text), len(text)
	}
	end, next = start+n, start+n+1
	if end > start && text[end-1] == '\r' {
		end--
	}
	return end, next
}

// AnyLineEnd is LineEnd for formats in which a CR alone ends a line too: YAML,
// XML, JSON with comments, properties and plain text.
func AnyLineEnd(text string, start int) (end, next int) {
	n := strings.IndexAny(text[start:], "\r\n")
	if n < 0 {
		return len(text), len(text)
	}
	end = start + n
	return end, end + LineBreak(text, end)
}

// LineBreak returns the length of the line end at offset: LF, CR LF or CR; or 0.
func LineBreak(text string, offset int) int {
	switch {
	case offset >= len(text):
		return 0
	case text[offset] == '\n':
		return 1
	case text[offset] != '\r':
		return 0
	case offset+1 < len(text) && text[offset+1] == '\n':
		return 2
	}
	return 1
}
