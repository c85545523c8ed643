// Package plain reads text of no known format, line by line. It is also how a
// file is read that its own format's parser rejects.
package plain

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Read reads a text of no known format: each line that is not blank is a piece
// as it stands. A comment cannot be told from text there, but for one that
// addresses this tool, which is a Comment of its own. Linear in text.
func Read(text string) piece.File {
	var f piece.File
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		line := source.Span{Start: start, End: end}
		cut := directiveComment(line.Slice(text))
		if cut >= 0 {
			line.End = start + cut
		}
		f.Pieces = Append(f.Pieces, text, line)
		if cut >= 0 {
			f.Pieces = append(f.Pieces, piece.Verbatim(piece.Comment, text, source.Span{Start: line.End, End: end}))
		}
		start = next
	}
	return f
}

// Append appends text[span] as it stands, if it is not blank.
func Append(pieces []piece.Piece, text string, span source.Span) []piece.Piece {
	if strings.TrimSpace(span.Slice(text)) == "" {
		return pieces
	}
	return append(pieces, piece.Verbatim(piece.Plain, text, span))
}

// Instead reads text line by line because its own format's reader could not
// go on at offset, and says so with message. A text of nothing but white space
// is no fault.
func Instead(text string, offset int, message string) piece.File {
	if strings.TrimSpace(text) == "" {
		return piece.File{}
	}
	f := Read(text)
	offset = source.RuneBoundary(text, max(0, min(offset, len(text))))
	f.Notes = append(f.Notes, piece.Note{Span: source.At(offset), Message: message})
	return f
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
