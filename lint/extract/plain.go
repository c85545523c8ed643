package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadPlain reads a text of no known format: each line that is not blank is a
// piece as it stands. A comment cannot be told from text there, but for one
// that addresses this tool, which is a Comment of its own. Linear in text.
func ReadPlain(text string) File {
	var f File
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		line := source.Span{Start: start, End: end}
		if cut := directiveComment(line.Slice(text)); cut >= 0 {
			comment := source.Span{Start: start + cut, End: end}
			line.End = start + cut
			f.addPlain(text, line)
			f.Pieces = append(f.Pieces, standing(Comment, text, comment))
		} else {
			f.addPlain(text, line)
		}
		start = next
	}
	return f
}

func (f *File) addPlain(text string, span source.Span) {
	if strings.TrimSpace(span.Slice(text)) != "" {
		f.Pieces = append(f.Pieces, standing(Plain, text, span))
	}
}

// directive is how a comment addresses this tool.
const directive = "kustoconn:ignore"

// directiveComment returns where the comment with a directive starts in line,
// or -1: a directive with a comment's marker right before it.
func directiveComment(line string) int {
	i := strings.Index(line, directive)
	if i < 0 {
		return -1
	}
	before := strings.TrimRight(line[:i], " \t")
	for _, marker := range []string{"<!--", "<#", "(*", "/*", "//", "--", "#", ";", "%", "'", "!", "REM", "rem"} {
		if cut, ok := strings.CutSuffix(before, marker); ok {
			return len(strings.TrimRight(cut, marker[:1]))
		}
	}
	return -1
}

// lineEnd returns the end of the line that start is in, without its line end,
// and the start of the next one. Lines end at LF, CR LF or CR.
func lineEnd(text string, start int) (end, next int) {
	n := strings.IndexAny(text[start:], "\r\n")
	if n < 0 {
		return len(text), len(text)
	}
	end = start + n
	return end, end + lineBreak(text, end)
}

// lineBreak returns the length of the line end at offset, or 0.
func lineBreak(text string, offset int) int {
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
