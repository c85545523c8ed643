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
		cut := DirectiveComment(line.Slice(text))
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

// marker is how a comment addresses this tool.
const marker = "kustoconn:"

// FindDirective returns where text first addresses this tool: the span of the
// words by which it does, "kustoconn:ignore" with blanks behind the colon at
// most; empty where it does not.
func FindDirective(text string) source.Span {
	for at := 0; ; {
		n := strings.Index(text[at:], marker)
		if n < 0 {
			return source.Span{}
		}
		start := at + n
		at = start + len(marker)
		blanks := len(text[at:]) - len(strings.TrimLeft(text[at:], " \t"))
		if strings.HasPrefix(text[at+blanks:], "ignore") {
			return source.Span{Start: start, End: at + blanks + len("ignore")}
		}
	}
}

// commentMarks begin a comment in some language or format.
var commentMarks = []string{
	"<!--", "<#", "(*", "/*", "@*", "{-", "//-", "//", "--", "::", "*>", "#", ";", "%", "'", "!", "REM", "rem", "Rem",
	"[//]: # (", "[//]: # \"", "[comment]: # (",
}

// lineMarks begin a comment where only blanks stand before them, or before a blank
// (Vim, COBOL).
var lineMarks = []string{`"`, "*"}

// DirectiveComment returns where the comment with a directive starts in line,
// or -1: a directive with a comment's mark right before it.
func DirectiveComment(line string) int {
	found := FindDirective(line)
	if found.Empty() {
		return -1
	}
	before := strings.TrimRight(line[:found.Start], " \t")
	for _, mark := range commentMarks {
		if cut, ok := strings.CutSuffix(before, mark); ok {
			return len(strings.TrimRight(cut, mark[:1]))
		}
	}
	for _, mark := range lineMarks {
		cut, ok := strings.CutSuffix(before, mark)
		if ok && len(before) < found.Start && cut == strings.TrimRight(cut, "\"*[(=,:") && (cut == "" || strings.HasSuffix(cut, " ")) {
			return len(cut)
		}
	}
	return -1
}
